import type { Canal, Constat, Rapport, SousGraphePublie } from '@passerelle/publication';
import { constatsDAdresse } from '../verification/schema/adresses.js';
import { constatsDeResponsabilite } from '../verification/schema/responsabilite.js';
import type { Proposition } from './proposition.js';

export interface SchemasVivants {
  readonly canal: Canal;
  readonly numero: number;
  readonly sousGraphes: readonly SousGraphePublie[];
}

const DE_VALEUR: ReadonlySet<string> = new Set([
  'VALEUR_PARTAGEE_CHANGEE',
  'VALEUR_PARTAGEE_RETRECIE',
]);

/**
 * Under the proposed map, could each partner publish again what it serves now, on every channel? A
 * map that would hold a partner to ransom is refused, whoever agrees.
 *
 * @param convenues - shared values whose new form all agree to: what is live still has the former
 */
export function verifierCarte(
  proposition: Proposition,
  canaux: readonly SchemasVivants[],
  editeur: string,
  { production, convenues }: { production: boolean; convenues: ReadonlySet<string> },
): Rapport {
  const depuis = performance.now();
  const constats = canaux.flatMap(({ canal, sousGraphes }) =>
    sousGraphes.flatMap((each) =>
      [
        ...constatsDeResponsabilite(proposition.carte, sousGraphes, each).filter(
          ({ code, coordonnee = '' }) =>
            !DE_VALEUR.has(code) || !convenues.has(coordonnee.split('.')[0] ?? ''),
        ),
        ...constatsDAdresse(proposition.hotes, each, production),
      ].map(
        (constat): Constat => ({
          ...constat,
          message: `${each.partenaire}, en ${canal} : ${constat.message}`,
          remede: `« ${each.partenaire} » sert cela aujourd’hui : proposez une carte qui le permette, ou attendez qu’il publie autrement.`,
          accordDe: each.partenaire,
        }),
      ),
    ),
  );
  const enProduction = canaux.find(({ canal }) => canal === 'production');
  return {
    genre: 'carte',
    editeur,
    canal: 'production',
    surPublication: enProduction?.numero ?? 0,
    accepte: constats.length === 0,
    constats: constats.slice(0, 100),
    changements: [],
    dureeMs: performance.now() - depuis,
  };
}
