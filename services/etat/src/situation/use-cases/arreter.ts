import { createHash } from 'node:crypto';
import type { Identite } from '@passerelle/identity';
import type { GrapheDeService } from '@passerelle/subgraph';
import { canonicalJson } from '../domain/canonical-json.js';
import { type RefusDeSituation, refus } from '../domain/situation.errors.js';
import type { SituationEntiere } from '../domain/situation.js';
import { lireLaSituation } from './lire-la-situation.js';

export interface DemandeDArrete {
  readonly titre: string;
  /** Civil date. */
  readonly le: string;
  readonly incomplet: boolean;
}

export interface RegistreDesSituations {
  /** Records and signs it; gives it its number of the day. */
  add(identite: Identite, situation: Omit<SituationEntiere, 'id' | 'arreteeLe'>): Promise<string>;
}

const TITRE_MAX = 200;

/** @returns the identifier of the frozen state, or the refusal */
export async function arreter(
  deps: {
    graphe: GrapheDeService | null;
    registre: RegistreDesSituations;
    demonstration: boolean;
  },
  identite: Identite,
  { titre, le, incomplet }: DemandeDArrete,
): Promise<{ id: string } | { refus: RefusDeSituation }> {
  const intitule = titre.trim();
  if (intitule.length < 1 || intitule.length > TITRE_MAX || /[<>]/.test(intitule)) {
    return { refus: refus('TITRE_INVALIDE') };
  }
  if (deps.graphe === null) return { refus: refus('GRAPHE_ABSENT') };
  const lue = await lireLaSituation(deps.graphe).catch(() => null);
  if (lue === null) return { refus: refus('SITUATION_ILLISIBLE') };
  if (lue.manquants.length > 0 && !incomplet) return { refus: refus('PARTENAIRE_ABSENT') };
  const contenu = canonicalJson({ le, titre: intitule, ...lue.data });
  const id = await deps.registre.add(identite, {
    titre: intitule,
    le,
    auteur: [identite.fonction, identite.organisation].filter(Boolean).join(', '),
    empreinte: createHash('sha256').update(contenu).digest('hex'),
    manquants: lue.manquants,
    contenu,
    demonstration: deps.demonstration,
  });
  return { id };
}
