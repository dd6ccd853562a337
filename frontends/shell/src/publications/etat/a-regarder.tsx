import { Carte, Pastille } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { Avertissement } from './avertissements.js';

/** What deserves a look, before everything else; a sentence when nothing does. */
export function ARegarder({ liste }: { liste: readonly Avertissement[] }): ReactNode {
  if (liste.length === 0) {
    return (
      <p className="s-sans-marge">
        Rien à signaler : les services servent ce qu’ils ont publié, et les passerelles connues
        servent la publication en cours.
      </p>
    );
  }
  return (
    <Carte titre="À regarder d’abord">
      <ul className="p-liste">
        {liste.map(({ cle, ton, mot, titre, detail }) => (
          <li key={cle}>
            <span>
              {titre}
              <small>{detail}</small>
            </span>
            <Pastille ton={ton}>{mot}</Pastille>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
