import type { ReactNode } from 'react';
import type { SourceLueFragment } from '../generated/graphql.js';

/** Where a statement comes from, in its own words; a link when there is one. */
export function Sources({ sources }: { sources: readonly SourceLueFragment[] }): ReactNode {
  return (
    <p className="p-pied">
      {sources.length > 1 ? 'Sources : ' : 'Source : '}
      {sources.map((source, index) => (
        <span key={source.intitule}>
          {index > 0 && ' ; '}
          <SourceCitee source={source} />
        </span>
      ))}
      .
    </p>
  );
}

export function SourceCitee({ source }: { source: SourceLueFragment }): ReactNode {
  if (!source.lien) return source.intitule;
  return (
    <a href={source.lien} rel="noreferrer" target="_blank">
      {source.intitule} <span className="p-hors-ecran">(nouvel onglet)</span>
    </a>
  );
}
