import { Bouton, Dialogue } from '@passerelle/portal-ui';
import type { Jeton } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { ErreurDActe } from '../actes/erreur-d-acte.js';
import { useActeDuRegistre } from '../actes/use-acte.js';
import { MomentLe } from '../commun/moment-le.js';

/** Asks before a token stops opening anything. */
export function DialogueRevocation({
  jeton,
  onFermer,
  surRevocation,
}: {
  jeton: Jeton;
  onFermer: () => void;
  surRevocation: () => void;
}): ReactNode {
  const acte = useActeDuRegistre(() => true);
  const revoquer = async (): Promise<void> => {
    const fait = await acte.faire(`/v1/jetons/${encodeURIComponent(jeton.id)}`, {
      methode: 'DELETE',
    });
    if (fait) surRevocation();
  };
  return (
    <Dialogue
      ouvert
      onFermer={onFermer}
      nature="alerte"
      titre={`Révoquer le jeton « ${jeton.nom} »`}
      libelleFermer="Annuler"
      actions={
        <Bouton variante="danger" enCours={acte.enCours} onPress={() => void revoquer()}>
          Révoquer
        </Bouton>
      }
    >
      <p>
        Ce qui s’en sert sera refusé aussitôt, sans retour possible.{' '}
        {jeton.dernierUsageLe === null ? (
          'Il n’a jamais servi.'
        ) : (
          <>
            Il a servi pour la dernière fois <MomentLe iso={jeton.dernierUsageLe} />.
          </>
        )}
      </p>
      <ErreurDActe erreur={acte.erreur} />
    </Dialogue>
  );
}
