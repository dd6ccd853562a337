import { Bandeau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { LIBELLES_VISIBILITE } from '../contribution/contribution.js';
import { formaterLe } from '../formats/formats.js';
import type { FicheLue } from './fiche.js';

/** To the house only: how far the version in progress has come, and who is to act next. */
export function OuEnEstLaFiche({
  fiche,
  valideur,
}: {
  fiche: FicheLue;
  /** The reader may validate what the others of the house write. */
  valideur: boolean;
}): ReactNode {
  const lecteurs = LIBELLES_VISIBILITE[fiche.visibilite].nom.toLowerCase();
  const renvoi = fiche.vie.find(({ acte }) => acte === 'RENVOYER');
  const validation = fiche.vie.find(({ acte }) => acte === 'VALIDER');
  return (
    <>
      {renvoi && fiche.renvoyee && (
        <Bandeau
          ton="attention"
          titre={`Renvoyée à la rédaction par ${renvoi.auteur}, ${formaterLe(renvoi.faitLe)}.`}
        >
          {renvoi.motif} Modifiez la fiche pour la présenter de nouveau.
        </Bandeau>
      )}
      {fiche.etat === 'BROUILLON' && !fiche.renvoyee && (
        <p>
          Un brouillon est en cours, lisible par votre seule maison.{' '}
          {fiche.ecriteParMoi && valideur
            ? 'Vous l’avez écrit : une autre personne de votre maison le valide.'
            : 'Il se valide, puis se publie.'}{' '}
          Une fois publié, il sera lu par : {lecteurs}.
        </p>
      )}
      {fiche.etat === 'VALIDEE' && validation && (
        <p>
          Validée par {validation.auteur}, {formaterLe(validation.faitLe)} ; lisible par votre seule
          maison jusqu’à sa publication, puis par : {lecteurs}.
        </p>
      )}
      {fiche.issue && <p>L’expérimentation est conclue : la fiche ne change plus.</p>}
    </>
  );
}
