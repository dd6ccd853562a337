import type { RegleDeDecision, RegleSecondeConvocation } from '../../instance/index.js';
import type { CodeRefus } from './seance.errors.js';
import type { Quorum, StatutSeance } from './seance.js';

/** A session whose body may have to be called a second time. */
export interface PremiereConvocation {
  readonly regle: RegleDeDecision;
  readonly statut: StatutSeance;
  readonly jour: string;
  readonly quorum: Quorum;
  /** It was already called again, and that session is not cancelled. */
  readonly dejaConvoquee: boolean;
}

/**
 * A body that votes and was too few is called again, another day, on the same agenda; once at a
 * time.
 *
 * @param jour - civil date of the session to convene
 */
export function refusDeConvoquer(premiere: PremiereConvocation, jour: string): CodeRefus | null {
  if (premiere.regle !== 'VOTE') return 'VOTE_SANS_OBJET';
  if (premiere.statut === 'ANNULEE') return 'SEANCE_ANNULEE';
  if (premiere.statut === 'PREVUE') return 'SEANCE_NON_TENUE';
  if (premiere.quorum.atteint) return 'QUORUM_ATTEINT';
  if (premiere.dejaConvoquee) return 'DEJA_CONVOQUEE';
  return jour <= premiere.jour ? 'JOUR_DEJA_PASSE' : null;
}

/**
 * Whether the session convened again needs the quorum. The sources give the rule of the first
 * convening only: without a rule of the body itself, the ordinary one stays.
 */
export function quorumExige(regle: RegleSecondeConvocation | null): boolean {
  return regle !== 'SANS_QUORUM';
}
