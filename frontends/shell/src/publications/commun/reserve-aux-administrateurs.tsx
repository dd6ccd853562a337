import { EtatVide, LienBouton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

/** For an agent who typed the address of a page that only administrators use. */
export function ReserveAuxAdministrateurs(): ReactNode {
  return (
    <EtatVide
      titre="Cette page sert aux administrateurs de chaque maison."
      actions={<LienBouton href="/publications">Voir l’état des publications</LienBouton>}
    >
      <p>
        Vous pouvez lire l’état des publications, leur journal et les demandes de carte. Pour le
        reste, adressez-vous à l’administrateur de votre maison.
      </p>
    </EtatVide>
  );
}
