import { empechement, estDepassee } from '../../vie-interne/index.js';
import { type RefusFiche, refus } from './fiche.errors.js';
import type { Fiche } from './fiche.js';

type Courante = Pick<Fiche, 'version' | 'etat' | 'renvoyee' | 'auteurSujet'>;

/**
 * Whether a version may be validated by this agent: another than the one who wrote it.
 *
 * @param sujet - opaque subject of who validates
 */
export function refuserValidation(courante: Courante, sujet: string): RefusFiche | null {
  const code = empechement('VALIDER', courante, null);
  if (code !== null) return refus(code);
  if (courante.renvoyee) return refus('DEJA_RENVOYEE');
  return courante.auteurSujet === sujet ? refus('VALIDATION_PAR_AUTEUR') : null;
}

/** A draft, or a version validated too soon, goes back to be written again. */
export function refuserRenvoi(courante: Courante): RefusFiche | null {
  if (courante.etat === 'PUBLIEE') return refus('RIEN_A_RENVOYER');
  return courante.renvoyee ? refus('DEJA_RENVOYEE') : null;
}

export function refuserPublication(courante: Courante): RefusFiche | null {
  const code = empechement('PUBLIER', courante, null);
  return code === null ? null : refus(code);
}

/** What the agent decided on is still what is there. */
export function refuserVersion(
  courante: { readonly version: number },
  versionAttendue: number | null,
): RefusFiche | null {
  return estDepassee(courante, versionAttendue) ? refus('VERSION_DEPASSEE') : null;
}
