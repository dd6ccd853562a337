import type { Jeton } from '@passerelle/publication';

export type EtatDuJeton = 'valide' | 'expire' | 'revoque';

export function etatDuJeton({ revoqueLe, expireLe }: Jeton, maintenant: Date): EtatDuJeton {
  if (revoqueLe !== null) return 'revoque';
  return expireLe !== null && Date.parse(expireLe) <= maintenant.getTime() ? 'expire' : 'valide';
}

/** Tokens that still open something first; within each, newest first. */
export function trierJetons(jetons: readonly Jeton[], maintenant: Date): Jeton[] {
  const rang = (jeton: Jeton): number => (etatDuJeton(jeton, maintenant) === 'valide' ? 0 : 1);
  return [...jetons].sort((a, b) => rang(a) - rang(b) || b.creeLe.localeCompare(a.creeLe));
}
