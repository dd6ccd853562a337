import type { Partenaire } from '@passerelle/portal-ui';
import { useEffect, useEffectEvent } from 'react';
import { creerSignal } from '../observable.js';

/** Something moved; whoever shows it reads again. It says where, never what: rights differ. */
export type Mouvement =
  | {
      nature: 'contribution';
      partenaire: Partenaire;
      engagement: string;
      etat: 'BROUILLON' | 'VALIDEE' | 'PUBLIEE' | null;
    }
  /** A session, its agenda, its decisions or its minutes, moved in this browser. */
  | { nature: 'seance'; seance: string }
  /** A fiche action, or what is said of one, moved in this browser. */
  | { nature: 'fiche' }
  /** Something moved that nobody can name: the stream was cut meanwhile, or a draft is gone. */
  | { nature: 'reprise'; partenaire: Partenaire }
  /** The house no longer answers: told by the tab that holds the stream. */
  | { nature: 'absence'; partenaire: Partenaire };

const CANAL = 'passerelle-mouvements';
const ici = creerSignal<Mouvement>();
let canal: BroadcastChannel | undefined;

function ouvrirCanal(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  if (!canal) {
    canal = new BroadcastChannel(CANAL);
    // Same origin, same code: what arrives was sent by `signalerMouvement` in another tab.
    canal.addEventListener('message', (evenement: MessageEvent<Mouvement>) =>
      ici.emettre(evenement.data),
    );
  }
  return canal;
}

/** Tells this tab and the other tabs of the browser. */
export function signalerMouvement(mouvement: Mouvement): void {
  ouvrirCanal()?.postMessage(mouvement);
  ici.emettre(mouvement);
}

export function surMouvement(reaction: (mouvement: Mouvement) => void): () => void {
  ouvrirCanal();
  return ici.ecouter(reaction);
}

/** Calls `reaction` when a contribution moved, here, in another tab or in another browser. */
export function useMouvements(reaction: (mouvement: Mouvement) => void, actif = true): void {
  const evenement = useEffectEvent(reaction);
  useEffect(() => (actif ? surMouvement((mouvement) => evenement(mouvement)) : undefined), [actif]);
}
