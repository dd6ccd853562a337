export interface ReferencesEngagement {
  readonly engagement: string;
  readonly principes: readonly number[];
  readonly chantiers: readonly number[];
  readonly documents: readonly string[];
}

/**
 * What each demonstration engagement answers to: a plausible reading of its demonstration wording,
 * never the protocol's own. Principles 4 to 10 are cited by nobody as long as they have no wording.
 */
export const REFERENCES_ENGAGEMENTS: readonly ReferencesEngagement[] = Array.from(
  { length: 23 },
  (_, index) => {
    const numero = index + 1;
    return {
      engagement: `E${String(numero).padStart(2, '0')}`,
      principes: [(index % 3) + 1],
      chantiers: chantiersOf(numero),
      documents: numero % 4 === 0 ? ['rapport-france-travail'] : [],
    };
  },
);

function chantiersOf(numero: number): readonly number[] {
  if (numero <= 8) return numero % 3 === 0 ? [5, 6] : [6];
  if (numero <= 13) return [6];
  if (numero <= 18) return [1];
  return numero % 2 === 0 ? [1, 2] : [2];
}
