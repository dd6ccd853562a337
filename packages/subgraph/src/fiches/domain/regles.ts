import { type RefusFiche, refus } from './fiche.errors.js';
import {
  type ContenuFiche,
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
  suite: Pick<Fiche, 'numero' | 'experimental'> | null | undefined,
): RefusFiche | null {
  if (!courante.experimental) return refus('PAS_EXPERIMENTALE');
  if (courante.evaluation === null) return refus('EVALUATION_MANQUANTE');
  if (suite === undefined) return null;
  if (suite === null) return refus('FICHE_INCONNUE');
  return issue === 'ARRETEE' || suite.experimental || suite.numero === courante.numero
    ? refus('SUITE_INATTENDUE')
    : null;
}
