import { EntetePage } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';

export function PageAccessibilite(): ReactNode {
  usePage('Accessibilité');
  return (
    <article className="p-prose">
      <EntetePage
        titre="Déclaration d’accessibilité"
        chapo={<p>Accessibilité : non conforme, faute d’audit.</p>}
      />
      <p>
        Passerelle s’engage à rendre son portail accessible, conformément à l’article 47 de la loi
        n° 2005-102 du 11 février 2005. Cette déclaration porte sur le portail et sa page de
        connexion.
      </p>
      <h2>État de conformité</h2>
      <p>
        Aucun audit selon le référentiel général d’amélioration de l’accessibilité (RGAA 4.1) n’a
        encore été mené. Tant qu’il ne l’a pas été, le portail doit se dire non conforme, quelle que
        soit sa qualité.
      </p>
      <h2>Ce qui est fait</h2>
      <ul>
        <li>Chaque page se parcourt au clavier, avec des liens d’accès rapide en tête.</li>
        <li>Le titre reçoit le focus et il est annoncé à chaque changement de page.</li>
        <li>Les contrastes des deux thèmes sont mesurés par un test, à 4,5:1 au moins.</li>
        <li>Aucune information ne tient à la couleur seule ; la carte a sa liste équivalente.</li>
        <li>Les pages tiennent en 320 pixels de large et s’impriment.</li>
        <li>Les animations cessent quand le système le demande.</li>
        <li>
          Chaque page est contrôlée par un outil automatique (axe) : il ne voit qu’une partie des
          critères.
        </li>
      </ul>
      <h2>Ce qui reste à faire</h2>
      <ul>
        <li>L’audit complet, par une personne qualifiée et avec des personnes concernées.</li>
        <li>Des essais avec NVDA, JAWS et VoiceOver, qui n’ont pas été menés.</li>
        <li>Le schéma pluriannuel, que l’organisme qui déploie le portail doit publier.</li>
      </ul>
      <h2>Signaler un défaut</h2>
      <p>
        Écrivez à la personne référente de votre maison. L’organisme qui déploie le portail indique
        ici son adresse. Sans réponse, vous pouvez saisir le Défenseur des droits.
      </p>
      <p className="p-pied">Déclaration établie pour la version de démonstration.</p>
    </article>
  );
}
