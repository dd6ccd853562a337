import { diffWordsWithSpace } from 'diff';
import type { ReactNode } from 'react';

/** The new text, with what was removed struck out and what was added underlined, and both said. */
export function ComparerLesMots({ avant, apres }: { avant: string; apres: string }): ReactNode {
  const morceaux = diffWordsWithSpace(avant, apres);
  let place = 0;
  return (
    <span className="s-mots">
      {morceaux.map(({ value, added, removed }) => {
        place += 1;
        if (removed) {
          return (
            <del key={place}>
              <span className="p-hors-ecran">retiré : </span>
              {value}
            </del>
          );
        }
        if (added) {
          return (
            <ins key={place}>
              <span className="p-hors-ecran">ajouté : </span>
              {value}
            </ins>
          );
        }
        return <span key={place}>{value}</span>;
      })}
    </span>
  );
}
