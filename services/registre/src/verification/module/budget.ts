import { gzipSync } from 'node:zlib';
import type { Constat } from '@passerelle/publication';
import { constatDeModule } from './constat-de-module.js';
import { fichiersServis } from './integrite.js';
import type { CandidatLot, LotLu } from './lire-lot.js';

const Kio = 1024;

interface Budget {
  /** Scripts and style sheets that a page may load. */
  readonly fichiers: number;
  /** Of the entry alone, gzipped; null when there is none. */
  readonly entree: number | null;
  /** Of all scripts and style sheets, gzipped. */
  readonly total: number;
  /** Of images and fonts, as they are. */
  readonly autres: number;
}

/**
 * About ten times a module of today (5 Kio), twice the shell and once and a half the shared files,
 * a quarter of which writes documents and is brought only when one is asked for: room to grow, none
 * for a second React or a chart library.
 */
export const BUDGETS: Readonly<Record<CandidatLot['lot'], Budget>> = {
  module: { fichiers: 40, entree: 50 * Kio, total: 150 * Kio, autres: 300 * Kio },
  coquille: { fichiers: 60, entree: 80 * Kio, total: 220 * Kio, autres: 300 * Kio },
  partages: { fichiers: 80, entree: null, total: 420 * Kio, autres: 400 * Kio },
};

/** No text compresses better than this in good faith; more is refused before it is read. */
const GONFLEMENT = 10;
const PROCHE = 0.8;

/** @returns `lourd` when the bundle is too heavy for its code to be worth reading */
export function constatsDeBudget(lot: LotLu): { constats: Constat[]; lourd: boolean } {
  const budget = BUDGETS[lot.lot];
  const textes = fichiersServis(lot).filter(([chemin]) => /\.(?:js|mjs|css)$/.test(chemin));
  const bruts = somme(textes.map(([, contenu]) => contenu.byteLength));
  if (bruts > budget.total * GONFLEMENT) {
    return {
      constats: [depasse('du code, non compressé', bruts, budget.total * GONFLEMENT)],
      lourd: true,
    };
  }
  const poids = new Map(textes.map(([chemin, contenu]) => [chemin, gzipSync(contenu).byteLength]));
  const entree = lot.manifeste.genre === 'module' ? lot.manifeste.valeur.entree : undefined;
  const autres = fichiersServis(lot).filter(([chemin]) => !poids.has(chemin));
  const constats = [
    ...juger('de l’ensemble du code (gzip)', somme([...poids.values()]), budget.total),
    ...(budget.entree === null || entree === undefined
      ? []
      : juger('de l’entrée (gzip)', poids.get(entree) ?? 0, budget.entree, entree)),
    ...juger(
      'des images et polices',
      somme(autres.map(([, contenu]) => contenu.byteLength)),
      budget.autres,
    ),
    ...(textes.length <= budget.fichiers
      ? []
      : [
          constatDeModule(
            'BUDGET_DEPASSE',
            `Le lot charge ${textes.length} scripts et feuilles de style, plus que ${budget.fichiers}.`,
            'Regroupez-les : chaque fichier coûte un aller-retour.',
          ),
        ]),
  ];
  return { constats, lourd: false };
}

function juger(quoi: string, octets: number, permis: number, fichier?: string): Constat[] {
  if (octets > permis) return [depasse(quoi, octets, permis, fichier)];
  if (octets <= permis * PROCHE) return [];
  return [
    constatDeModule(
      'BUDGET_PROCHE',
      `Le poids ${quoi} est de ${kio(octets)}, pour ${kio(permis)} permis.`,
      'Chargez à la demande ce qui ne sert pas à l’ouverture.',
      { gravite: 'AVERTISSEMENT', ...(fichier === undefined ? {} : { fichier }) },
    ),
  ];
}

function depasse(quoi: string, octets: number, permis: number, fichier?: string): Constat {
  return constatDeModule(
    'BUDGET_DEPASSE',
    `Le poids ${quoi} est de ${kio(octets)}, plus que ${kio(permis)}.`,
    'Retirez ce qui pèse, demandez à la plateforme de le partager, ou chargez-le à la demande.',
    fichier === undefined ? {} : { fichier },
  );
}

function kio(octets: number): string {
  return `${(octets / Kio).toFixed(1).replace('.', ',')} Kio`;
}

function somme(nombres: readonly number[]): number {
  return nombres.reduce((total, each) => total + each, 0);
}
