import { type Refus, refus } from './contribution.errors.js';
import type { Acte, Contribution } from './contribution.js';

/** What the house holds on an engagement when an act arrives: its newest version not abandoned. */
export type Courante = Pick<Contribution, 'version' | 'etat'> | null;

/**
 * Whether an act may follow. Writing is always possible: it makes a new draft, which leaves what
 * is published in place until it is published in turn.
 *
 * @param versionAttendue - the version on which the agent decided; 0 for « nothing yet », null when
 *   the agent doesn't say
 */
export function refuserActe(
  acte: Acte,
  courante: Courante,
  versionAttendue: number | null,
): Refus | null {
  if (versionAttendue !== null && versionAttendue !== (courante?.version ?? 0)) {
    return refus('VERSION_DEPASSEE');
  }
  switch (acte) {
    case 'MODIFIER':
      return null;
    case 'VALIDER':
      if (!courante || courante.etat === 'PUBLIEE') return refus('RIEN_A_VALIDER');
      return courante.etat === 'BROUILLON' ? null : refus('TRANSITION_REFUSEE');
    case 'PUBLIER':
      if (!courante || courante.etat === 'PUBLIEE') return refus('RIEN_A_PUBLIER');
      return courante.etat === 'VALIDEE' ? null : refus('TRANSITION_REFUSEE');
    case 'ABANDONNER':
      return !courante || courante.etat === 'PUBLIEE' ? refus('RIEN_A_ABANDONNER') : null;
  }
}
