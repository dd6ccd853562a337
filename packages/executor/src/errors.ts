/** Codes given by the executor itself. A partner's own codes pass through. Never renamed. */
export const EXECUTION_ERROR_CODES = [
  /** The partner is away: its part of the answer is null. */
  'PARTENAIRE_INDISPONIBLE',
  /** The partner answered an error without a code of its own. */
  'ERREUR_PARTENAIRE',
  /** The partner's answer is not a GraphQL answer. */
  'REPONSE_INVALIDE',
  /** A field that can't be null has no value. */
  'CHAMP_NUL',
  /** A value that the graph's schema doesn't admit. */
  'VALEUR_INVALIDE',
  /** An object whose type the graph's schema doesn't know. */
  'TYPE_INCONNU',
  /** Two partners' originals of one list or object can't be matched. */
  'ORIGINAUX_DIFFERENTS',
  /** The client's variables don't fit the operation. */
  'VARIABLES_INVALIDES',
  /** The operation was stopped before this call could leave. */
  'INTERROMPUE',
  /** A fault of ours. */
  'ERREUR_INTERNE',
] as const;

export type ExecutionErrorCode = (typeof EXECUTION_ERROR_CODES)[number];
