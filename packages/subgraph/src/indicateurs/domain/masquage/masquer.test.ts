import { describe, expect, test } from 'vitest';
import { bornesDuLecteur } from './bornes-du-lecteur.suite.js';
import { masquer } from './masquer.js';
import type { LigneDeTableau, Masque } from './tableau.js';
import { unTableau } from './tableaux-au-hasard.suite.js';

const SEUIL = 11;
/** LP arithmetic is not exact. */
const POUSSIERE = 1e-6;

const rang = (
  cle: string,
  parent: string | null,
  femmes: number,
  hommes: number,
): LigneDeTableau => ({
  cle,
  parent,
  total: femmes + hommes,
  ventilations: { SEXE: { F: femmes, H: hommes } },
});

function caches(masque: Masque, dimension: string): string[] {
  return [...(masque.ventilations.get(dimension) ?? [])].sort();
}

describe('ligne 17 : masquage des petits effectifs', () => {
  test('ligne 17 : rien n’est masqué quand tout atteint le seuil', () => {
    const masque = masquer(
      [rang('région', null, 60, 50), rang('a', 'région', 30, 20), rang('b', 'région', 30, 30)],
      SEUIL,
    );
    expect([...masque.totaux]).toEqual([]);
    expect(caches(masque, 'SEXE')).toEqual([]);
  });

  test('ligne 17 : une petite case cache la rangée, et une autre pour qu’elle ne se déduise pas', () => {
    const masque = masquer(
      [
        rang('région', null, 100, 100),
        rang('a', 'région', 5, 40),
        rang('b', 'région', 35, 20),
        rang('c', 'région', 60, 40),
      ],
      SEUIL,
    );
    expect([...masque.totaux]).toEqual([]);
    expect(caches(masque, 'SEXE')).toEqual(['a', 'b']);
  });

  test('ligne 17 : un petit territoire en cache un second, avec toutes leurs ventilations', () => {
    const masque = masquer(
      [
        rang('région', null, 70, 70),
        rang('a', 'région', 4, 4),
        rang('b', 'région', 26, 26),
        rang('c', 'région', 40, 40),
      ],
      SEUIL,
    );
    expect([...masque.totaux].sort()).toEqual(['a', 'b']);
    expect(caches(masque, 'SEXE')).toEqual(['a', 'b']);
  });

  test('ligne 17 : la protection remonte : le département caché en cache un autre', () => {
    const lignes = [
      rang('région', null, 190, 200),
      rang('nord', 'région', 8, 72),
      rang('a', 'nord', 4, 36),
      rang('b', 'nord', 4, 36),
      rang('oise', 'région', 92, 68),
      rang('c', 'oise', 50, 40),
      rang('d', 'oise', 42, 28),
      rang('aisne', 'région', 90, 60),
    ];
    const masque = masquer(lignes, SEUIL);
    expect(caches(masque, 'SEXE')).toEqual(['a', 'aisne', 'b', 'nord']);
    attendreLesBornes(lignes, masque);
  });

  test('ligne 17 : un seul territoire, tout petit : rien n’est montré', () => {
    const masque = masquer([rang('région', null, 3, 2)], SEUIL);
    expect([...masque.totaux]).toEqual(['région']);
    expect(caches(masque, 'SEXE')).toEqual(['région']);
  });

  test.each(Array.from({ length: 40 }, (_, index) => ({ graine: index + 1 })))(
    'ligne 17 : tableau tiré au sort n° $graine, aucune case masquée ne se calcule à moins de 11 près',
    ({ graine }) => {
      const lignes = unTableau(graine);
      attendreLesBornes(lignes, masquer(lignes, SEUIL));
    },
  );

  test('ligne 17 : sans masquage complémentaire, l’attaque trouve bien les cases', () => {
    const lignes = [
      rang('région', null, 100, 100),
      rang('a', 'région', 5, 40),
      rang('b', 'région', 95, 60),
    ];
    const seulement = {
      totaux: new Set<string>(),
      ventilations: new Map([['SEXE', new Set(['a'])]]),
    };
    expect(bornesDuLecteur(lignes, seulement)).toEqual([
      { cellule: 'a SEXE F', vraie: 5, min: 5, max: 5 },
      { cellule: 'a SEXE H', vraie: 40, min: 40, max: 40 },
    ]);
  });
});

/** Nothing small is shown, and nothing hidden can be computed to within the threshold. */
function attendreLesBornes(lignes: readonly LigneDeTableau[], masque: Masque): void {
  for (const { cle, total, ventilations } of lignes) {
    if (!masque.totaux.has(cle)) expect(total, cle).toBeGreaterThanOrEqual(SEUIL);
    for (const [dimension, valeurs] of Object.entries(ventilations)) {
      if (masque.ventilations.get(dimension)?.has(cle)) continue;
      expect(Math.min(...Object.values(valeurs)), `${cle} ${dimension}`).toBeGreaterThanOrEqual(
        SEUIL,
      );
    }
  }
  for (const { cellule, vraie, min, max } of bornesDuLecteur(lignes, masque)) {
    expect(min, cellule).toBeLessThanOrEqual(vraie + POUSSIERE);
    expect(max, cellule).toBeGreaterThanOrEqual(vraie - POUSSIERE);
    expect(max - min, `${cellule} (${vraie}) : de ${min} à ${max}`).toBeGreaterThanOrEqual(
      SEUIL - POUSSIERE,
    );
  }
}
