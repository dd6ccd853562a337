import { formaterDate, lireRegistre, useChemin, useJourDuPortail } from '@passerelle/portal-kit';
import { type ReactNode, useState } from 'react';

export function PiedDePage(): ReactNode {
  const { demonstration, dateDonnees } = lireRegistre();
  const { le } = useJourDuPortail();
  const { chemin } = useChemin();
  const [ouverture] = useState(() => new Date().toISOString());
  return (
    <footer className="s-pied" id="pied" tabIndex={-1}>
      {demonstration && (
        <p>
          Démonstration : données fictives
          {dateDonnees !== null && `, arrêtées au ${formaterDate(dateDonnees)}`}. Ce qui vient d’un
          texte ou d’une statistique publiés le dit, avec sa source.
        </p>
      )}
      <p className="p-imprime">
        Lu sur Passerelle le {formaterDate(ouverture)}, page {chemin}, portail au {formaterDate(le)}
        .
      </p>
      <ul>
        <li>
          <a href="/accessibilite">Accessibilité : non conforme</a>
        </li>
        <li>
          <a href="/mentions-legales">Mentions légales</a>
        </li>
        <li>
          <a href="/donnees-personnelles">Données personnelles</a>
        </li>
        <li>
          <a href="/aide">Aide et glossaire</a>
        </li>
      </ul>
    </footer>
  );
}
