import type { Partenaire } from '@passerelle/portal-ui';
import type { StatutDecision, TitreValidation } from '../../generated/graphql.js';

/** Where one validation that a decision needs stands. */
export type EtatDeValidation =
  | { sorte: 'donnee'; auteur: string; le: string }
  /** Given in its house, whose act the État has not received yet. */
  | { sorte: 'en-chemin' }
  /** Given on a text that has changed since. */
  | { sorte: 'perimee' }
  | { sorte: 'attendue' }
  /** Expected from a house that does not answer: nobody can tell. */
  | { sorte: 'inconnue' };

export interface DecisionSituee {
  statut: StatutDecision;
  empreinte: string;
  validationsRequises: readonly TitreValidation[];
  validations: readonly { titre: TitreValidation; auteur: string; le: string; perimee: boolean }[];
  validationEtat?: { titre: TitreValidation; empreinte: string } | null;
  validationRecteurEtat?: { titre: TitreValidation; empreinte: string } | null;
  validationRegion?: { titre: TitreValidation; empreinte: string } | null;
}

/** The house whose act a title's validation is. */
export const MAISON_DU_TITRE: Readonly<Record<TitreValidation, Partenaire>> = {
  ETAT: 'etat',
  REGION: 'region',
  RECTEUR: 'etat',
};

/** What is known of one title's validation, from the État's record and from the house itself. */
export function etatDeValidation(
  decision: DecisionSituee,
  titre: TitreValidation,
  absents: readonly Partenaire[],
): EtatDeValidation {
  const donnees = decision.validations.filter((validation) => validation.titre === titre);
  const valable = donnees.find(({ perimee }) => !perimee);
  if (valable) return { sorte: 'donnee', auteur: valable.auteur, le: valable.le };
  const chezElle = {
    ETAT: decision.validationEtat,
    RECTEUR: decision.validationRecteurEtat,
    REGION: decision.validationRegion,
  }[titre];
  if (chezElle?.empreinte === decision.empreinte) {
    return { sorte: 'en-chemin' };
  }
  if (!chezElle && absents.includes(MAISON_DU_TITRE[titre])) return { sorte: 'inconnue' };
  return { sorte: donnees.length > 0 ? 'perimee' : 'attendue' };
}

/** A house has validated what the État has not recorded yet: a matter of seconds when all is up. */
export function estEnChemin(decision: DecisionSituee): boolean {
  return (
    decision.statut === 'EN_ATTENTE' &&
    decision.validationsRequises.some(
      (titre) => etatDeValidation(decision, titre, []).sorte === 'en-chemin',
    )
  );
}

/** Houses that co-lead: their agreement sets the agenda, their validation freezes the minutes. */
export const COPILOTES: readonly TitreValidation[] = ['ETAT', 'REGION'];

/** Whose agreement a common text still waits for. */
export function accordsAttendus(
  accords: readonly { titre: TitreValidation }[],
): readonly TitreValidation[] {
  return COPILOTES.filter((titre) => !accords.some((accord) => accord.titre === titre));
}
