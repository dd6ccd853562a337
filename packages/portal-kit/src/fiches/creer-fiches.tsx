import type { ComponentType, ReactNode } from 'react';
import { auBesoin } from '../modules/au-besoin.js';
import { useAgent } from '../session/session.js';
import type { MaisonAFiches } from './fiche.js';

/** What a house's module puts in the slot `engagement.fiches`: its fiches on one engagement. */
export function creerFiches(maison: MaisonAFiches): ComponentType<{ code: string }> {
  const Fiches = auBesoin(
    () => import('./panneau-fiches.js').then((piece) => piece.PanneauFiches),
    'Ouverture des fiches action',
  );
  return function FichesDeLaMaison({ code }): ReactNode {
    return <Fiches key={code} maison={maison} code={code} />;
  };
}

/**
 * What a house's module puts in the slot `fiche.actes`, for its own agents only: the life of its
 * own fiche, what it remarks of another's, and the social partners' opinion where it keeps them.
 */
export function creerActesDeFiche(maison: MaisonAFiches): ComponentType<{ fiche: string }> {
  const Actes = auBesoin(
    () => import('./actes-de-fiche.js').then((piece) => piece.ActesDeFiche),
    'Ouverture de ce que vous pouvez faire',
  );
  return function ActesDeLaMaison({ fiche }): ReactNode {
    if (useAgent()?.partenaire !== maison.partenaire) return null;
    return <Actes key={fiche} maison={maison} id={fiche} />;
  };
}
