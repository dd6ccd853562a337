import type { SensVote, StatutDecision } from './decision.js';
import type { CodeRefus } from './seance.errors.js';
import type { Quorum } from './seance.js';

export interface Voix {
  readonly pour: number;
  readonly contre: number;
  readonly abstentions: number;
  /** Of the State's representative; looked at only when the others are equal. */
  readonly representantEtat: SensVote | null;
}

export type Depouillement =
  | { readonly ok: false; readonly code: CodeRefus }
  | {
      readonly ok: true;
      readonly statut: Extract<StatutDecision, 'ADOPTEE' | 'REJETEE'>;
      /** Null unless it settled a tie. */
      readonly voixPreponderante: SensVote | null;
    };

/**
 * Counts a vote: half of the members who vote must be there, the majority of votes cast decides,
 * and the State's representative settles a tie.
 *
 * @source decree 2024-560 of 18 June 2024
 */
export function depouiller(voix: Voix, quorum: Quorum): Depouillement {
  const { pour, contre, abstentions, representantEtat } = voix;
  const comptes = [pour, contre, abstentions];
  if (comptes.some((compte) => !Number.isInteger(compte) || compte < 0)) {
    return { ok: false, code: 'VOTE_INVALIDE' };
  }
  if (!quorum.atteint) return { ok: false, code: 'QUORUM_NON_ATTEINT' };
  const exprimees = pour + contre;
  if (exprimees === 0 || exprimees + abstentions > quorum.presents)
    return {
      ok: false,
      code: 'VOTE_INVALIDE',
    };
  if (pour !== contre) {
    return { ok: true, statut: pour > contre ? 'ADOPTEE' : 'REJETEE', voixPreponderante: null };
  }
  if (representantEtat === null) return { ok: false, code: 'VOIX_PREPONDERANTE_REQUISE' };
  return {
    ok: true,
    statut: representantEtat === 'POUR' ? 'ADOPTEE' : 'REJETEE',
    voixPreponderante: representantEtat,
  };
}
