import { type RefusFiche, refus } from './fiche.errors.js';
import {
  type ContenuFiche,
  type EvaluationFiche,
  FIN_DES_EXPERIMENTATIONS,
  type Fiche,
  type IssueFiche,
} from './fiche.js';

/** What a fiche may say of its dates. */
export function refuserDates({
  debut,
  fin,
  experimental,
}: Pick<ContenuFiche, 'debut' | 'fin' | 'experimental'>): RefusFiche | null {
  if (debut !== null && fin !== null && fin < debut) return refus('DATES_INCOHERENTES');
  if (!experimental) return null;
  if (fin === null) return refus('EXPERIMENTATION_SANS_FIN');
  return fin > FIN_DES_EXPERIMENTATIONS ? refus('EXPERIMENTATION_TROP_LONGUE') : null;
}

/**
 * What the steps may say of theirs: foreseen while the action lasts, done before today's end.
 *
 * @param jour - the current civil day
 */
export function refuserEtapes(
  { debut, fin, etapes }: Pick<ContenuFiche, 'debut' | 'fin' | 'etapes'>,
  jour: string,
): RefusFiche | null {
  const isOutside = (echeance: string | null): boolean =>
    echeance !== null && ((debut !== null && echeance < debut) || (fin !== null && echeance > fin));
  if (etapes.some(({ echeance }) => isOutside(echeance))) return refus('ETAPE_HORS_DATES');
  return etapes.some(({ faiteLe }) => faiteLe !== null && faiteLe > jour)
    ? refus('ETAPE_A_VENIR')
    : null;
}

/** Only an experiment is evaluated, and nothing is known yet of the days to come. */
export function refuserEvaluation(
  { experimental }: Pick<Fiche, 'experimental'>,
  { le }: Pick<EvaluationFiche, 'le'>,
  jour: string,
): RefusFiche | null {
  if (!experimental) return refus('PAS_EXPERIMENTALE');
  return le > jour ? refus('EVALUATION_A_VENIR') : null;
}

/** A concluded experiment is closed: what goes on has its own fiche. */
export function refuserEcriture({ issue }: Pick<Fiche, 'issue'>): RefusFiche | null {
  return issue === null ? null : refus('EXPERIMENTATION_CONCLUE');
}

/** An experiment that was evaluated stays one: its evaluation would otherwise speak of nothing. */
export function refuserChangementDeNature(
  courante: Pick<Fiche, 'evaluation'>,
  contenu: Pick<ContenuFiche, 'experimental'>,
): RefusFiche | null {
  return courante.evaluation !== null && !contenu.experimental
    ? refus('EXPERIMENTATION_CONCLUE')
    : null;
}

/** A variant says the same engagement otherwise, somewhere. */
export function refuserVariante(
  modele: Pick<Fiche, 'engagement'> | null,
  contenu: Pick<ContenuFiche, 'engagement' | 'territoires'>,
): RefusFiche | null {
  if (modele === null) return refus('FICHE_INCONNUE');
  return modele.engagement !== contenu.engagement || contenu.territoires.length === 0
    ? refus('VARIANTE_AUTRE_ENGAGEMENT')
    : null;
}

/**
 * What a conclusion needs: an evaluated experiment and, unless it stops, where it goes on.
 *
 * @param suite - the fiche named to go on; undefined when none is named, null when it is unknown
 */
export function refuserConclusion(
  courante: Pick<Fiche, 'numero' | 'experimental' | 'evaluation'>,
  issue: IssueFiche,
  suite: Pick<Fiche, 'numero' | 'experimental' | 'prolonge'> | null | undefined,
): RefusFiche | null {
  if (!courante.experimental) return refus('PAS_EXPERIMENTALE');
  if (courante.evaluation === null) return refus('EVALUATION_MANQUANTE');
  if (suite === undefined) return null;
  if (suite === null) return refus('FICHE_INCONNUE');
  if (issue === 'ARRETEE' || suite.experimental || suite.numero === courante.numero) {
    return refus('SUITE_INATTENDUE');
  }
  // The link is read from both sides: one experiment at the other end.
  return suite.prolonge === null || suite.prolonge === courante.numero
    ? null
    : refus('SUITE_DEJA_LIEE');
}
