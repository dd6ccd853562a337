import { ExposedError } from '../../errors/exposed-error.js';

const TERRITOIRE_ERRORS = {
  TERRITOIRE_INCONNU:
    'Ce territoire n’existe pas dans la région. Vérifiez le code et la maille ensemble.',
} as const;

export function territoireError(code: keyof typeof TERRITOIRE_ERRORS): ExposedError {
  return new ExposedError(code, TERRITOIRE_ERRORS[code]);
}

export const TERRITOIRE_CODES: readonly string[] = Object.keys(TERRITOIRE_ERRORS);
