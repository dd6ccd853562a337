import type { Difference } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { dansLOrdre } from '../commun/editeurs.js';
import { MarqueEditeur } from '../commun/marque-editeur.js';
import { decrireDifference } from './decrire-difference.js';
import { ListeChangements } from './liste-changements.js';

/** What a publication changed, house by house. */
export function ListeDifferences({
  differences,
}: {
  differences: readonly Difference[];
}): ReactNode {
  return (
    <ul className="p-liste">
      {dansLOrdre(differences, ({ editeur }) => editeur).map((difference) => (
        <li key={`${difference.editeur} ${difference.quoi}`}>
          <div>
            <MarqueEditeur editeur={difference.editeur} />
            <span className="s-detail">{decrireDifference(difference)}</span>
            <ListeChangements changements={difference.changements} />
          </div>
        </li>
      ))}
    </ul>
  );
}
