import type { Presence, Quorum } from './seance.js';

/**
 * Half of the members who vote. A session convened again without a condition of quorum only needs
 * one of them.
 *
 * @source decree 2024-560 of 18 June 2024, for the half; the body's own rule for the second
 * convening, of which the sources that the portal cites say nothing
 */
export function quorumDe(presences: readonly Presence[], exige = true): Quorum {
  const votants = presences.filter(({ voix }) => voix);
  const presents = votants.filter(({ present }) => present).length;
  const requis = exige ? Math.ceil(votants.length / 2) : Math.min(1, votants.length);
  return {
    membres: votants.length,
    presents,
    requis,
    atteint: votants.length > 0 && presents >= requis,
    exige,
  };
}
