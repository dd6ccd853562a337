import { formaterDate, lireRegistre } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';

export function PiedDePage(): ReactNode {
  const { demonstration, dateDonnees } = lireRegistre();
  return (
    <footer className="s-pied" id="pied" tabIndex={-1}>
      {demonstration && (
        <p>
          Démonstration : données fictives
          {dateDonnees !== null && `, arrêtées au ${formaterDate(dateDonnees)}`}. Seuls les quatre
          enjeux et les territoires sont des données officielles.
        </p>
      )}
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
