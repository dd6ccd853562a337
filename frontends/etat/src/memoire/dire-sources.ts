import type { SourceLueFragment } from '../generated/graphql.js';

/** Sources in their own words, for a cell. */
export function direSources(sources: readonly SourceLueFragment[]): string {
  return sources.map(({ intitule }) => intitule).join(' ; ');
}

/** Their addresses, for those that have one. */
export function lienDes(sources: readonly SourceLueFragment[]): string {
  return sources.flatMap(({ lien }) => lien ?? []).join(' ; ');
}
