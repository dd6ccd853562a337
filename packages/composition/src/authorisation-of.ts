/** What a caller must have for a field or a type. Outer list: or; inner list: and. */
export interface Exigence {
  readonly authenticated: boolean;
  readonly scopes: readonly (readonly string[])[];
  readonly policies: readonly (readonly string[])[];
}

/** Requirements by coordinate: `Mutation.validerContributionRegion` (field) or `Dossier` (type). */
export function authorisationOf(supergraphSdl: string): ReadonlyMap<string, Exigence> {
  throw new Error(`not built yet: ${supergraphSdl.length}`);
}
