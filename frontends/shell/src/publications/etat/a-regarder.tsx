import { Carte, Pastille } from '@passerelle/portal-ui';
import type { Etat } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { avertissements, phraseSansAvertissement } from './avertissements.js';

/** What deserves a look, before everything else; a sentence when nothing does. */
export function ARegarder({ etat, lueLe }: { etat: Etat; lueLe: Date }): ReactNode {
  if (etat.numero === 0) return null;
  const liste = avertissements(etat, lueLe);
  if (liste.length === 0) {
    return <p className="s-publications__numero">{phraseSansAvertissement(etat)}</p>;
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
