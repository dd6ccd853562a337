import { ownerOf, usedCoordinates } from '@passerelle/composition';
import { empreinteOf, type Usages } from '@passerelle/publication';
import { LRUCache } from 'lru-cache';
import type { CarteVivante } from '../canal-vivant.js';
import type { UsageVu } from './usage-store.js';

const OPERATIONS_MONTREES = 500;
const CHAMPS_MONTRES = 1_000;

/** Coordinates of a text in a graph: neither changes under its fingerprint. */
const coordonnees = new LRUCache<string, readonly string[]>({ max: 20_000 });

/**
 * A partner's own fields in use: who asks them, and when last; with the operations that do.
 *
 * @param api - API SDL of the channel's graph; empty when there is none: nothing is known then
 * @param filtre - one coordinate, or everything below it (`Formation`)
 */
export function usagesDuPartenaire(
  vus: readonly UsageVu[],
  {
    api,
    carte,
    editeur,
    filtre,
  }: {
    readonly api: string;
    readonly carte: CarteVivante['carte'];
    readonly editeur: string;
    readonly filtre: string | undefined;
  },
): Usages {
  const parTexte = coordonneesDe(vus, api);
  const champs = new Map<string, Champ>();
  const operations: UsageVu[] = [];
  const estSienne = new Map<string, boolean>();
  for (const vu of vus) {
    const siennes = (parTexte.get(vu.empreinte) ?? []).filter((coordonnee) => {
      let sienne = estSienne.get(coordonnee);
      if (sienne === undefined) {
        sienne = ownerOf(carte, coordonnee) === editeur && estSous(coordonnee, filtre);
        estSienne.set(coordonnee, sienne);
      }
      return sienne;
    });
    if (siennes.length === 0) continue;
    operations.push(vu);
    for (const coordonnee of siennes) {
      const champ = champs.get(coordonnee) ?? { clients: new Map(), nombre: 0, derniere: '' };
      champs.set(coordonnee, champ);
      champ.clients.set(`${vu.client}\n${vu.version}`, {
        client: vu.client,
        version: vu.version,
      });
      champ.nombre += vu.nombre;
      if (vu.derniereFoisLe > champ.derniere) champ.derniere = vu.derniereFoisLe;
    }
  }
  return {
    operations: operations.slice(0, OPERATIONS_MONTREES),
    champs: [...champs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, CHAMPS_MONTRES)
      .map(([coordonnee, { clients, nombre, derniere }]) => ({
        coordonnee,
        clients: [...clients.values()],
        nombre,
        derniereFoisLe: derniere,
      })),
  };
}

interface Champ {
  readonly clients: Map<string, { client: string; version: string }>;
  nombre: number;
  derniere: string;
}

function coordonneesDe(vus: readonly UsageVu[], api: string): Map<string, readonly string[]> {
  const graphe = empreinteOf(api);
  const found = new Map<string, readonly string[]>();
  const inconnus = new Map<string, string>();
  for (const { empreinte, document } of vus) {
    const known = coordonnees.get(`${graphe} ${empreinte}`);
    if (known === undefined) inconnus.set(document, empreinte);
    else found.set(empreinte, known);
  }
  if (inconnus.size === 0) return found;
  for (const [document, liste] of usedCoordinates(inconnus.keys(), api)) {
    const empreinte = inconnus.get(document) ?? '';
    coordonnees.set(`${graphe} ${empreinte}`, liste);
    found.set(empreinte, liste);
  }
  return found;
}

function estSous(coordonnee: string, filtre: string | undefined): boolean {
  if (filtre === undefined || coordonnee === filtre) return true;
  return coordonnee.startsWith(`${filtre}.`) || coordonnee.startsWith(`${filtre}(`);
}
