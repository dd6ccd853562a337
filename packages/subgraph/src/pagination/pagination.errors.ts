import { ExposedError } from '../errors/exposed-error.js';

const PAGINATION_ERRORS = {
  CURSEUR_INVALIDE:
    'Le curseur ne vient pas de cette liste ou a été modifié. Repartez de la première page.',
  PAGE_INVALIDE: 'Une page compte de 1 à 100 éléments.',
} as const;

export function paginationError(code: keyof typeof PAGINATION_ERRORS): ExposedError {
  return new ExposedError(code, PAGINATION_ERRORS[code]);
}

export const PAGINATION_CODES: readonly string[] = Object.keys(PAGINATION_ERRORS);
