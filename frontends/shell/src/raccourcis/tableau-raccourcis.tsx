import type { ReactNode } from 'react';
import type { Raccourci } from './attribuer-lettres.js';

export function TableauRaccourcis({ raccourcis }: { raccourcis: readonly Raccourci[] }): ReactNode {
  return (
    <dl className="s-touches">
      <div>
        <dt>
          <kbd>/</kbd>
        </dt>
        <dd>Chercher</dd>
      </div>
      {raccourcis.map(({ lettre, libelle }) => (
        <div key={lettre}>
          <dt>
            <kbd>g</kbd> puis <kbd>{lettre}</kbd>
          </dt>
          <dd>
            Aller à «{'\u00a0'}
            {libelle}
            {'\u00a0'}»
          </dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>Afficher les raccourcis</dd>
      </div>
      <div>
        <dt>
          <kbd>Échap</kbd>
        </dt>
        <dd>Fermer ce qui est ouvert, vider la recherche</dd>
      </div>
    </dl>
  );
}
