import type { ReactNode } from 'react';
import { FiltreTerritoire } from '../territoire/filtre-territoire.js';
import { ecrireTerritoire, lireTerritoire } from '../territoire/territoire.js';

/** Where the action takes place: territories chosen one by one; none means the whole region. */
export function TerritoiresDeFiche({
  territoires,
  onTerritoires,
}: {
  territoires: readonly string[];
  onTerritoires: (territoires: readonly string[]) => void;
}): ReactNode {
  return (
    <fieldset className="p-champ k-lignes">
      <legend>Territoires</legend>
      <p className="p-champ__aide">La région entière quand aucun n’est choisi.</p>
      {territoires.map((texte) => (
        <FiltreTerritoire
          key={texte}
          valeur={lireTerritoire(texte)}
          onChange={() => onTerritoires(territoires.filter((autre) => autre !== texte))}
        />
      ))}
      <FiltreTerritoire
        key={`nouveau-${territoires.length}`}
        valeur={null}
        onChange={(cle) => {
          if (!cle) return;
          const texte = ecrireTerritoire(cle);
          if (!territoires.includes(texte)) onTerritoires([...territoires, texte]);
        }}
      />
    </fieldset>
  );
}
