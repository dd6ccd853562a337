import type { GenreDeJeton } from '@passerelle/publication';
import type { Appelant } from './appelant.js';

interface Regle {
  readonly jetons: readonly GenreDeJeton[];
  /** `tous`: any agent; `administrateurs`: those of a house, for their house. */
  readonly agents: 'tous' | 'administrateurs' | 'aucun';
}

const PARTENAIRE = ['schema', 'module', 'administration', 'lecture'] as const;

/**
 * What a route asks of its caller: each route of `/v1` names one in its `config`, or the service
 * does not start. In whose name one acts is another question: see `editeurDe`.
 */
export const DROITS = {
  /** State and journal. */
  'lire-etat': { jetons: [...PARTENAIRE, 'passerelle'], agents: 'tous' },
  /** Publications, files, graph, map, usage. */
  lire: { jetons: [...PARTENAIRE, 'passerelle'], agents: 'administrateurs' },
  verifier: { jetons: ['schema', 'module', 'administration'], agents: 'aucun' },
  'publier-schema': { jetons: ['schema', 'administration'], agents: 'aucun' },
  'publier-module': { jetons: ['module', 'administration'], agents: 'aucun' },
  /** Promote and roll back: a token of one kind, that kind only. */
  conduire: { jetons: ['schema', 'module', 'administration'], agents: 'administrateurs' },
  /** Tokens' lists, requests and agreements about the map. */
  administrer: { jetons: ['administration'], agents: 'administrateurs' },
  /** Of agents, the holder and the deputy of a house alone: its room checks that. */
  carte: { jetons: ['administration'], agents: 'tous' },
  jetons: { jetons: ['administration', 'racine'], agents: 'administrateurs' },
  /** What a gateway alone does: acknowledge, report. */
  recevoir: { jetons: ['passerelle'], agents: 'aucun' },
  cles: { jetons: ['racine'], agents: 'aucun' },
} as const satisfies Record<string, Regle>;

export type Droit = keyof typeof DROITS;

/** True when this caller has this right, for its own house. */
export function aLeDroit(appelant: Appelant, droit: Droit): boolean {
  const regle: Regle = DROITS[droit];
  if (appelant.nature === 'jeton') return regle.jetons.includes(appelant.genre);
  switch (regle.agents) {
    case 'tous':
      return true;
    case 'administrateurs':
      return appelant.administrateur && appelant.editeur !== null;
    case 'aucun':
      return false;
  }
}
