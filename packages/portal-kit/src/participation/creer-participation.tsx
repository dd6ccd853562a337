import type { ComponentType, ReactNode } from 'react';
import { auBesoin } from '../modules/au-besoin.js';
import { useAgent } from '../session/session.js';
import type { MaisonParticipante } from './participation.js';

/** What a house's module puts in the slot `seance.participation`, for its own agents only. */
export function creerParticipation(maison: MaisonParticipante): ComponentType<{ seance: string }> {
  const Participation = auBesoin(
    () => import('./panneau-participation.js').then((piece) => piece.Participation),
    'Ouverture de ce qui vous attend',
  );
  return function ParticipationDeLaMaison({ seance }): ReactNode {
    if (useAgent()?.partenaire !== maison.partenaire) return null;
    return <Participation key={seance} maison={maison} id={seance} />;
  };
}
