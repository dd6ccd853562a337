import { type ErreurLisible, seReconnecter } from '@passerelle/portal-kit';
import { Bouton, EtatErreur } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

/** Why an act was not done. An expired session is repaired from here: the page's banner is behind. */
export function ErreurDActe({ erreur }: { erreur: ErreurLisible | null }): ReactNode {
  if (erreur === null) return null;
  return (
    <EtatErreur
      titre={erreur.titre}
      message={erreur.message}
      reference={erreur.reference ?? undefined}
      actions={
        erreur.code === 'SESSION_EXPIREE' ? (
          <Bouton onPress={seReconnecter}>Se reconnecter dans une nouvelle fenêtre</Bouton>
        ) : undefined
      }
    />
  );
}
