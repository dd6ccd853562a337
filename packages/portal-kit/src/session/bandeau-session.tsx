import { Bandeau, Bouton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { seReconnecter, useSession } from './session.js';

/** Says that the session has expired and lets the agent sign in again without leaving the page. */
export function BandeauSession(): ReactNode {
  const session = useSession();
  if (session.statut !== 'expiree') return null;
  return (
    <Bandeau
      ton="attention"
      annonce="alerte"
      titre="Votre session a expiré."
      actions={
        <Bouton variante="principal" onPress={seReconnecter}>
          Se reconnecter dans une nouvelle fenêtre
        </Bouton>
      }
    >
      Rien de ce que vous avez saisi n’est perdu : vos actes en attente partiront après la
      reconnexion.
    </Bandeau>
  );
}
