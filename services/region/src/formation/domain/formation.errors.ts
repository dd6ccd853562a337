import { ExposedError } from '@passerelle/subgraph';

const FORMATION_ERRORS = {
  CODE_ROME_INVALIDE: 'Un code ROME s’écrit d’une lettre et de quatre chiffres, comme F1602.',
} as const;

/** @throws CODE_ROME_INVALIDE; whether the trade exists is known by its owner, Pôle emploi */
export function parseCodeRome(code: string): string {
  const capitals = code.trim().toUpperCase();
  if (/^[A-Z]\d{4}$/.test(capitals)) return capitals;
  throw new ExposedError('CODE_ROME_INVALIDE', FORMATION_ERRORS.CODE_ROME_INVALIDE);
}

export const FORMATION_CODES: readonly string[] = Object.keys(FORMATION_ERRORS);
