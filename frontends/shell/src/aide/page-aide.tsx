import { lireRegistre, useAgent } from '@passerelle/portal-kit';
import { Carte, EntetePage, METEOS, PastilleMeteo } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { entreesDeNavigation } from '../coquille/entrees-de-navigation.js';
import { usePage } from '../page.js';
import { attribuerLettres } from '../raccourcis/attribuer-lettres.js';
import { TableauRaccourcis } from '../raccourcis/tableau-raccourcis.js';
import { GLOSSAIRE } from './glossaire.content.js';

export function PageAide(): ReactNode {
  const roles = useAgent()?.roles ?? [];
  usePage('Aide');
  return (
    <>
      <EntetePage
        titre="Aide"
        chapo={<p>Les gestes courants, le clavier, et les mots du portail.</p>}
      />
      <div className="p-grille p-grille--2">
        <Carte titre="Les gestes courants">
          <h3>Mettre à jour la contribution de ma maison</h3>
          <ol>
            <li>Ouvrez l’engagement depuis « Protocole », la recherche ou « Lundi ».</li>
            <li>Dans la carte de votre maison, préparez une mise à jour : elle se garde seule.</li>
            <li>Faites-la valider, puis publiez-la. Les autres maisons la voient aussitôt.</li>
          </ol>
          <h3>Comprendre une absence</h3>
          <p>
            « Ne répond pas » : les données de cette maison n’ont pas pu être lues. Le reste de la
            page est à jour et l’affichage reprend seul. « Non lu » : la maison est là, mais n’a pas
            pu répondre sur ce point ; réessayez. « Rien de publié » : la maison répond, et n’a
            encore rien publié sur ce sujet.
          </p>
          <h3>Ma session a expiré</h3>
          <p>
            Reconnectez-vous dans la nouvelle fenêtre proposée : ce que vous avez saisi reste sur la
            page et part ensuite.
          </p>
          <h3>Lire la météo</h3>
          <ul className="s-meteos">
            {METEOS.map((meteo) => (
              <li key={meteo}>
                <PastilleMeteo meteo={meteo} />
              </li>
            ))}
          </ul>
        </Carte>
        <Carte titre="Raccourcis clavier" id="raccourcis">
          <TableauRaccourcis
            raccourcis={attribuerLettres(entreesDeNavigation(lireRegistre().modules, roles))}
          />
          <p className="p-pied">
            Ils se coupent dans le menu de votre nom, par exemple pour dicter au clavier.
          </p>
        </Carte>
      </div>
      <div className="s-suite">
        <Carte titre="Glossaire" id="glossaire">
          <dl className="s-glossaire">
            {GLOSSAIRE.map(({ sigle, nom, sens }) => (
              <div key={sigle}>
                <dt>
                  {sigle} <span>{nom}</span>
                </dt>
                <dd>{sens}</dd>
              </div>
            ))}
          </dl>
        </Carte>
      </div>
    </>
  );
}
