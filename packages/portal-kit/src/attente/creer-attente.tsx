import type { ComponentType } from 'react';
import { AttenteContributions } from '../contribution/attente-contributions.js';
import type { MaisonContributrice } from '../contribution/contribution.js';
import { AttenteFiches } from '../fiches/attente-fiches.js';
import type { MaisonAFiches } from '../fiches/fiche.js';

/** What a house's module puts in the slot `accueil.attente`: what awaits its own agents there. */
export function creerAttenteDeLaMaison(
  contributions: MaisonContributrice,
  fiches: MaisonAFiches,
): ComponentType {
  return function AttenteDeLaMaison() {
    return (
      <>
        <AttenteContributions maison={contributions} />
        <AttenteFiches maison={fiches} />
      </>
    );
  };
}
