import { diffWordsWithSpace } from 'diff';
import type { ReactNode } from 'react';

interface Morceau {
  place: number;
  texte: string;
  sens: 'ajoute' | 'retire' | 'garde';
}

/** The new text, with what was removed struck out and what was added underlined, and both said. */
export function ComparerLesMots({ avant, apres }: { avant: string; apres: string }): ReactNode {
  return (
    <span className="s-mots">
      {morceauxDe(avant, apres).map(({ place, texte, sens }) => {
        if (sens === 'garde') return <span key={place}>{texte}</span>;
        const Marque = sens === 'ajoute' ? 'ins' : 'del';
        return (
          <Marque key={place}>
            <span className="p-hors-ecran">{sens === 'ajoute' ? 'ajouté : ' : 'retiré : '}</span>
            {texte}
          </Marque>
        );
      })}
    </span>
  );
}

function morceauxDe(avant: string, apres: string): Morceau[] {
  return diffWordsWithSpace(avant, apres).map(({ value, added, removed }, place) => ({
    place,
    texte: value,
    sens: added ? 'ajoute' : removed ? 'retire' : 'garde',
  }));
}
