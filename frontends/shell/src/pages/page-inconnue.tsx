import { EntetePage, LienBouton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';

export function PageInconnue({ chemin }: { chemin: string }): ReactNode {
  usePage('Page introuvable');
  return (
    <>
      <EntetePage
        titre="Page introuvable"
        chapo={
          <p>
            Rien n’existe à l’adresse <code>{chemin}</code>. Le lien est peut-être ancien, ou la
            page n’est plus publiée.
          </p>
        }
      />
      <div className="p-actions">
        <LienBouton href="/" variante="principal">
          Revenir à l’accueil
        </LienBouton>
        <LienBouton href="/protocole">Voir le protocole</LienBouton>
      </div>
    </>
  );
}
