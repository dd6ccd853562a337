import type { CompositionError, CompositionErrorCode } from './composition-result.js';

/** Every code a composition can be refused with. Contract: never renamed. */
export const COMPOSITION_ERROR_CODES: readonly CompositionErrorCode[] = [
  'SCHEMA_ILLISIBLE',
  'SCHEMA_TROP_GRAND',
  'PARTENAIRE_EN_DOUBLE',
  'AUCUN_PARTENAIRE',
  'CONTEXTE_REFUSE',
  'CONTRIBUTION_NON_NULLABLE',
  'CLES_DIVERGENTES',
  'SECOURS_INCONNU',
  'SECOURS_DIFFERENT',
  'COMPOSITION_REFUSEE',
];

interface Where {
  readonly partenaire?: string;
  readonly coordonnee?: string;
  readonly codeFederation?: string;
}

export function compositionError(
  code: CompositionErrorCode,
  message: string,
  where: Where = {},
): CompositionError {
  return { code, message, ...where };
}
