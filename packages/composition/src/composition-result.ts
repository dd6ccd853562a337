export type CompositionErrorCode =
  | 'SCHEMA_ILLISIBLE'
  | 'SCHEMA_TROP_GRAND'
  | 'PARTENAIRE_EN_DOUBLE'
  | 'AUCUN_PARTENAIRE'
  | 'CONTEXTE_REFUSE'
  | 'CONTRIBUTION_NON_NULLABLE'
  | 'CLES_DIVERGENTES'
  | 'SECOURS_INCONNU'
  | 'SECOURS_DIFFERENT'
  | 'COMPOSITION_REFUSEE';

export interface CompositionError {
  readonly code: CompositionErrorCode;
  /** French, for the partner's team. */
  readonly message: string;
  readonly partenaire?: string;
  /** Schema coordinate: `Engagement.contributionRegion`. */
  readonly coordonnee?: string;
  /** Code of the federation composer, when it is the one that refuses. */
  readonly codeFederation?: string;
}

export type CompositionResult =
  | { readonly ok: true; readonly supergraphSdl: string; readonly apiSdl: string }
  | { readonly ok: false; readonly errors: readonly CompositionError[] };
