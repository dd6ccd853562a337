import { changerDeJour, formaterDate, useJourDuPortail } from '@passerelle/portal-kit';
import { Bandeau, Bouton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

/** Says that the portal is shown at another day, what follows that day, and the way back. */
export function BandeauDate(): ReactNode {
  const { le, present, estPresent, refuse } = useJourDuPortail();
  if (refuse !== null) {
    return (
      <Bandeau
        ton="attention"
        titre={`Le portail ne peut pas être montré au « ${refuse} ».`}
        actions={
          <Bouton onPress={() => changerDeJour(null)}>Retirer cette date de l’adresse</Bouton>
        }
      >
        Il est au {formaterDate(present)}.
      </Bandeau>
    );
  }
  if (estPresent) return null;
  return (
    <Bandeau
      ton="attention"
      titre={`Le portail est montré au ${formaterDate(le)}.`}
      actions={
        <Bouton onPress={() => changerDeJour(null)}>Revenir au {formaterDate(present)}</Bouton>
      }
    >
      Les noms, les fonctions, les instances, les chiffres et les retards sont ceux de ce jour ;
      dans le protocole, sur la page d’un engagement et dans les fiches action, les contributions et
      les fiches sont celles qui étaient publiées à la fin de ce jour, sans aucun brouillon.
      L’accueil, la recherche, les séances, leurs dossiers et les décisions sont tels que les
      maisons les tiennent au {formaterDate(present)}, et les engagements portent leur libellé de ce
      même jour : le texte en vigueur à une date se lit dans « Texte et avenants ». Cette page se
      lit seulement : aucun acte n’est possible à une autre date.
    </Bandeau>
  );
}
