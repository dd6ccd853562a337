import { ExposedError } from '../../errors/exposed-error.js';

const MESSAGES = {
  NOMBRE_DE_TROUVAILLES_INVALIDE: 'Demandez de 1 à 20 résultats de chaque genre.',
} as const;

export function trouvaillesError(code: keyof typeof MESSAGES): ExposedError {
  return new ExposedError(code, MESSAGES[code]);
}

export const TROUVAILLES_CODES: readonly string[] = Object.keys(MESSAGES);
