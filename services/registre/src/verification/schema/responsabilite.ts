import {
  type CarteDeResponsabilite,
  checkOwnership,
  type SousGraphe,
} from '@passerelle/composition';
import type { Constat } from '@passerelle/publication';

/** What the candidate takes that is not its partner's; never throws. */
export function constatsDeResponsabilite(
  carte: CarteDeResponsabilite,
  vivants: readonly SousGraphe[],
  candidat: SousGraphe,
): Constat[] {
  try {
    return checkOwnership(carte, vivants, candidat).map(
      ({ code, coordonnee, lieu, proprietaire, message, remede }): Constat => ({
        code,
        gravite: 'REFUS',
        famille: 'responsabilite',
        coordonnee,
        lieu,
        message,
        remede,
        ...(proprietaire === undefined ? {} : { accordDe: proprietaire }),
      }),
    );
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return [
      {
        code: 'SCHEMA_ILLISIBLE',
        gravite: 'REFUS',
        famille: 'responsabilite',
        message: `Le schéma de « ${candidat.partenaire} » ne se lit pas : ${detail}`,
        remede: 'Réécrivez le schéma plus simplement.',
      },
    ];
  }
}
