import { lireRegistre } from '@passerelle/portal-kit';
import { EntetePage } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';

export function PageDonneesPersonnelles(): ReactNode {
  usePage('Données personnelles');
  return (
    <article className="p-prose">
      <EntetePage titre="Données personnelles" />
      {lireRegistre().demonstration && (
        <p>
          Dans cette démonstration, aucune personne n’est réelle : les agents, les organismes et les
          contributions sont fictifs.
        </p>
      )}
      <h2>Ce que le portail sait de vous</h2>
      <p>
        À la connexion, votre fournisseur d’identité transmet votre prénom, votre nom, votre adresse
        professionnelle, votre organisation et un identifiant. Votre maison y ajoute votre fonction,
        vos droits et votre territoire. Ces informations servent à vous reconnaître et à n’ouvrir
        que ce qui vous revient.
      </p>
      <p>
        Les contributions portent la fonction de leur auteur. Les journaux techniques gardent des
        identifiants, jamais de nom ni d’adresse.
      </p>
      <h2>Ce qui reste sur votre appareil</h2>
      <ul>
        <li>
          Un cookie de session, chiffré, illisible par les scripts, effacé à la déconnexion. Il est
          nécessaire au service : il ne demande pas de consentement.
        </li>
        <li>Votre choix de thème et de raccourcis clavier.</li>
        <li>La date de votre dernière visite, pour compter ce qui a bougé depuis.</li>
        <li>
          Le texte que vous êtes en train d’écrire, jusqu’à ce qu’il soit enregistré, pour qu’une
          coupure ne vous fasse rien perdre.
        </li>
      </ul>
      <p>Aucune mesure d’audience, aucun service extérieur, aucune publicité.</p>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander l’accès, la rectification ou l’effacement de vos données à la personne
        déléguée à la protection des données de votre maison. Chaque maison est responsable des
        données qu’elle tient. En dernier recours, vous pouvez saisir la Commission nationale de
        l’informatique et des libertés (CNIL).
      </p>
    </article>
  );
}
