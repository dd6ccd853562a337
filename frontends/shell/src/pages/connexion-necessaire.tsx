import { seConnecter } from '@passerelle/portal-kit';
import { Bouton, EntetePage, LienBouton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';

/** A page for agents, asked by someone not signed in: they come back to it afterwards. */
export function ConnexionNecessaire(): ReactNode {
  usePage('Connexion nécessaire');
  return (
    <>
      <EntetePage
        titre="Connexion nécessaire"
        chapo={
          <p>
            Cette page est réservée aux agents des trois maisons. Connectez-vous : vous y reviendrez
            aussitôt.
          </p>
        }
      />
      <div className="p-actions">
        <Bouton variante="principal" onPress={() => seConnecter()}>
          Se connecter
        </Bouton>
        <LienBouton href="/">Présentation du portail</LienBouton>
      </div>
    </>
  );
}
