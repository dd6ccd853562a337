import type { ValeurDuTerritoire } from '@passerelle/portal-kit';

export interface LigneComparee {
  code: string;
  a: ValeurDuTerritoire | null;
  b: ValeurDuTerritoire | null;
}

/** The values of two territories, indicator by indicator, in the catalogue's order. */
export function rapprocher(
  a: readonly ValeurDuTerritoire[],
  b: readonly ValeurDuTerritoire[],
): readonly LigneComparee[] {
  const codes = new Set([...a, ...b].map(({ indicateur }) => indicateur.code));
  const de = (valeurs: readonly ValeurDuTerritoire[], code: string): ValeurDuTerritoire | null =>
    valeurs.find(({ indicateur }) => indicateur.code === code) ?? null;
  return [...codes].map((code) => ({ code, a: de(a, code), b: de(b, code) }));
}
