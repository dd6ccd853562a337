import { ExposedError } from '@passerelle/subgraph';

const TENSION_ERRORS = {
  NIVEAU_INVALIDE: 'Le niveau de tension va de 1 (faible) à 5 (très forte).',
} as const;

/** @throws NIVEAU_INVALIDE */
export function parseNiveauMin(niveau: number | null | undefined): number | null {
  if (niveau === null || niveau === undefined) return null;
  if (niveau >= 1 && niveau <= 5) return niveau;
  throw new ExposedError('NIVEAU_INVALIDE', TENSION_ERRORS.NIVEAU_INVALIDE);
}

export const TENSION_CODES: readonly string[] = Object.keys(TENSION_ERRORS);
