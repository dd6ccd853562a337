import type { Acte, TitreValidation } from '@passerelle/subgraph';
import type { Decision, StatutDecision, Validation } from './decision.js';
import type { Accord, StatutSeance } from './seance.js';

/** In which titles a house may validate: the rectorat is the État's. */
const TITRES: Readonly<Record<Acte['partenaire'], readonly TitreValidation[]>> = {
  etat: ['ETAT', 'RECTEUR'],
  region: ['REGION'],
  'pole-emploi': [],
};

/**
 * The title in which an act of a house counts.
 *
 * @param demande - the title that the act says; without one, the first of the house
 * @returns null when the house does not validate, or not in that title
 */
export function titreDeLActe(
  maison: Acte['partenaire'],
  demande: TitreValidation | null,
): TitreValidation | null {
  const siens = TITRES[maison];
  const titre = demande ?? siens[0] ?? null;
  return titre !== null && siens.includes(titre) ? titre : null;
}

/** What a decision awaits, and what follows from it. */
export interface EtatDeDecision {
  readonly attendues: readonly TitreValidation[];
  readonly statut: StatutDecision;
  /** Instant. */
  readonly adopteeLe: string | null;
}

/**
 * Where a decision stands, by the validations of its present text: those of another text count for
 * nothing. What was rejected or cancelled stays so.
 *
 * @param le - instant at which it becomes adopted, when it does now
 */
export function etatParValidations(
  decision: Pick<Decision, 'empreinte' | 'statut' | 'validationsRequises' | 'adopteeLe'>,
  validations: readonly Pick<Validation, 'titre' | 'empreinte'>[],
  le: string,
): EtatDeDecision {
  const attendues = decision.validationsRequises.filter(
    (titre) =>
      !validations.some((une) => une.titre === titre && une.empreinte === decision.empreinte),
  );
  const { statut } = decision;
  if (statut !== 'EN_ATTENTE' && statut !== 'ADOPTEE') {
    return { attendues, statut, adopteeLe: null };
  }
  return attendues.length === 0
    ? { attendues, statut: 'ADOPTEE', adopteeLe: decision.adopteeLe?.toISOString() ?? le }
    : { attendues, statut: 'EN_ATTENTE', adopteeLe: null };
}

/** Minutes are frozen when every house of the co-pilots has validated the same ones. */
export function seFige(
  releve: { readonly empreinte: string; readonly figeLe: Date | null },
  statut: StatutSeance,
  accords: readonly Pick<Accord, 'objet' | 'titre' | 'empreinte'>[],
  requis: readonly TitreValidation[],
): boolean {
  return (
    requis.length > 0 &&
    statut === 'TENUE' &&
    releve.figeLe === null &&
    requis.every((titre) =>
      accords.some(
        (accord) =>
          accord.objet === 'RELEVE' &&
          accord.titre === titre &&
          accord.empreinte === releve.empreinte,
      ),
    )
  );
}
