import type { ComponentType, ReactNode } from 'react';
import { auBesoin } from '../modules/au-besoin.js';
import { useAgent } from '../session/session.js';
import type { MaisonTableur } from './tableur.js';

/** What a house's module puts in the slot `protocole.tableur`, for its own agents only. */
export function creerTableur(maison: MaisonTableur): ComponentType {
  const Panneau = auBesoin(
    () => import('./panneau-tableur.js').then((piece) => piece.PanneauTableur),
    'Ouverture de vos contributions',
  );
  return function TableurDeLaMaison(): ReactNode {
    if (useAgent()?.partenaire !== maison.partenaire) return null;
    return <Panneau maison={maison} />;
  };
}
