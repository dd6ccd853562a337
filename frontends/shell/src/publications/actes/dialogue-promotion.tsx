import { Bouton, Dialogue } from '@passerelle/portal-ui';
import type { DemandePromotion } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { lireResultat } from '../registre/lire-rapport.js';
import { ErreurDActe } from './erreur-d-acte.js';
import { Issue } from './issue.js';
import { useActeDuRegistre } from './use-acte.js';

export interface Promotion {
  titre: string;
  /** What will be true afterwards, in a sentence or two. */
  effet: string;
  /** The act, on its button. */
  acte: string;
  /** What is said once it is done. */
  fait: string;
  demande: DemandePromotion;
}

/** Confirms what is about to reach more people, then shows how it went. */
export function DialoguePromotion({
  promotion,
  onFermer,
  surActe,
}: {
  promotion: Promotion;
  onFermer: () => void;
  surActe: () => void;
}): ReactNode {
  const acte = useActeDuRegistre(lireResultat);
  const promouvoir = async (): Promise<void> => {
    const resultat = await acte.faire('/v1/promotions', {
      methode: 'POST',
      corps: promotion.demande,
      refusEstReponse: true,
    });
    if (resultat?.publie) surActe();
  };
  return (
    <Dialogue
      ouvert
      onFermer={onFermer}
      nature="alerte"
      largeur="large"
      titre={promotion.titre}
      libelleFermer={acte.resultat === null ? 'Annuler' : 'Fermer'}
      actions={
        acte.resultat === null && (
          <Bouton variante="principal" enCours={acte.enCours} onPress={() => void promouvoir()}>
            {promotion.acte}
          </Bouton>
        )
      }
    >
      {acte.resultat === null ? (
        <>
          <p>{promotion.effet}</p>
          <p>
            Le registre vérifie tout avant : en cas de refus, rien ne change et il dit pourquoi.
          </p>
          <ErreurDActe erreur={acte.erreur} />
        </>
      ) : (
        <Issue resultat={acte.resultat} fait={promotion.fait} surService={surActe} />
      )}
    </Dialogue>
  );
}
