import type { ComponentType } from 'react';
import { auBesoin } from '../modules/au-besoin.js';
import type { MaisonContributrice } from './contribution.js';

/** What a house's module puts in the slot `engagement.contribution`. */
export function creerFicheContribution(
  maison: MaisonContributrice,
): ComponentType<{ code: string }> {
  const Fiche = auBesoin(
    () => import('./fiche-contribution.js').then((piece) => piece.FicheContribution),
    'Ouverture de la contribution',
  );
  return function FicheDeLaMaison({ code }) {
    // Another engagement is another card: nothing typed or remembered passes from one to the next.
    return <Fiche key={code} maison={maison} code={code} />;
  };
}
