import { lireRegistre } from '@passerelle/portal-kit';
import { EntetePage } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';

export function PageMentionsLegales(): ReactNode {
  usePage('Mentions légales');
  return (
    <article className="p-prose">
      <EntetePage titre="Mentions légales" />
      <h2>Éditeur et hébergement</h2>
      <p>
        {lireRegistre().demonstration
          ? 'Ceci est une démonstration installée sur une machine : elle n’a pas d’éditeur public. L’organisme qui la déploie pour ses agents indique ici son nom, son adresse, la personne directrice de la publication et son hébergeur.'
          : 'L’organisme qui déploie ce portail doit indiquer ici son nom, son adresse, la personne directrice de la publication et son hébergeur.'}
      </p>
      <h2>Sources et licences</h2>
      <ul>
        <li>Enjeux du protocole : communiqué de presse du 9 juin 2023.</li>
        <li>
          Territoires : code officiel géographique de l’Insee et populations légales, par la
          bibliothèque decoupage-administratif d’Etalab, Licence Ouverte.
        </li>
        <li>Métiers : répertoire ROME de France Travail, Licence Ouverte.</li>
        <li>Activités : nomenclature NAF de l’Insee.</li>
        <li>
          Caractères : Atkinson Hyperlegible Next, du Braille Institute, licence SIL Open Font.
        </li>
      </ul>
      <h2>Logiciel</h2>
      <p>
        Le logiciel est libre, sous licence MIT. Il n’utilise ni le système de design de l’État ni
        la police Marianne, réservés aux sites de l’État.
      </p>
      <h2>Textes de démonstration</h2>
      <p>
        Le libellé, le pilote et l’échéance des engagements n’ont pas été publiés un par un. Ceux
        qui figurent ici sont inventés, numérotés et marqués comme tels. Aucun ne peut être cité
        comme le texte signé.
      </p>
    </article>
  );
}
