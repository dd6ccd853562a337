import { ExposedError } from '@passerelle/subgraph';

const METIER_ERRORS = {
  METIER_INCONNU: 'Ce code ROME n’est pas dans la table des métiers suivis. Vérifiez-le.',
} as const;

export function metierError(code: keyof typeof METIER_ERRORS): ExposedError {
  return new ExposedError(code, METIER_ERRORS[code]);
}

export const METIER_CODES: readonly string[] = Object.keys(METIER_ERRORS);
