import type { Presence, Quorum } from './seance.js';

/** Half of the members who vote. @source decree 2024-560 of 18 June 2024 */
export function quorumDe(presences: readonly Presence[]): Quorum {
  const votants = presences.filter(({ voix }) => voix);
  const presents = votants.filter(({ present }) => present).length;
  const requis = Math.ceil(votants.length / 2);
  return {
    membres: votants.length,
    presents,
    requis,
    atteint: votants.length > 0 && presents >= requis,
  };
}
