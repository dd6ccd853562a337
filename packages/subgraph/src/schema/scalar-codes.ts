/** Codes that the scalars of the graph give to a malformed value. */
export const SCALAR_CODES: readonly string[] = [
  'DATE_INVALIDE',
  'INSTANT_INVALIDE',
  'SIRET_INVALIDE',
];
