import { describe, expect, test } from 'vitest';
import { bornesDesVersions } from './bornes-des-versions.suite.js';
import { masquer } from './masquer.js';
import { masquerCorrection } from './masquer-correction.js';
import { estMasquee, type LigneDeTableau, type VersionPubliee } from './tableau.js';
import { generateur, remonter, uneFeuille, unTableau } from './tableaux-au-hasard.suite.js';

const SEUIL = 11;
/** LP arithmetic is not exact. */
const POUSSIERE = 1e-5;

const rang = (cle: string, femmes: number, hommes: number): LigneDeTableau => ({
  cle,
  parent: 'région',
  total: femmes + hommes,
  ventilations: { SEXE: { F: femmes, H: hommes } },
});

function region(...parts: readonly LigneDeTableau[]): readonly LigneDeTableau[] {
  const de = (modalite: string): number =>
    parts.reduce((somme, { ventilations }) => somme + (ventilations['SEXE']?.[modalite] ?? 0), 0);
  return [{ ...rang('région', de('F'), de('H')), parent: null }, ...parts];
}

/** Each of these tables, shown one after the other. */
function publier(...tableaux: readonly (readonly LigneDeTableau[])[]): readonly VersionPubliee[] {
  const versions: VersionPubliee[] = [];
  for (const lignes of tableaux) {
    versions.push({ lignes, masque: masquerCorrection(lignes, SEUIL, versions) });
  }
  return versions;
}

function caches({ masque }: VersionPubliee): readonly string[] {
  return [...(masque.ventilations.get('SEXE') ?? [])].toSorted();
}

function derniere(versions: readonly VersionPubliee[]): VersionPubliee {
  const version = versions.at(-1);
  if (version === undefined) throw new Error('no version');
  return version;
}

/** Nothing small is shown, nothing comes back, and no hidden cell of any version is narrow. */
function attendreLesVersions(versions: readonly VersionPubliee[]): void {
  versions.forEach(({ lignes, masque }, version) => {
    for (const { cle, total, ventilations } of lignes) {
      for (const [dimension, valeurs] of [
        [null, { total }] as const,
        ...Object.entries(ventilations),
      ]) {
        const ici = `version ${version + 1}, ${cle} ${dimension ?? ''}`;
        if (!estMasquee(masque, cle, dimension)) {
          expect(Math.min(...Object.values(valeurs)), ici).toBeGreaterThanOrEqual(SEUIL);
          expect(
            versions.slice(0, version).some((avant) => estMasquee(avant.masque, cle, dimension)),
            `${ici} reparaît`,
          ).toBe(false);
        }
      }
    }
  });
  for (const { version, cellule, vraie, min, max } of bornesDesVersions(versions)) {
    const ici = `version ${version + 1}, ${cellule} (${vraie}) : de ${min} à ${max}`;
    expect(min, ici).toBeLessThanOrEqual(vraie + POUSSIERE);
    expect(max, ici).toBeGreaterThanOrEqual(vraie - POUSSIERE);
    expect(max - min, ici).toBeGreaterThanOrEqual(SEUIL - POUSSIERE);
  }
}

describe('ligne 17 : masquage à travers les versions d’un tableau', () => {
  test('ligne 17 : ce qui a été masqué le reste, même quand la correction passe le seuil', () => {
    const versions = publier(
      region(rang('a', 5, 40), rang('b', 35, 20), rang('c', 60, 40)),
      region(rang('a', 50, 40), rang('b', 35, 20), rang('c', 60, 40)),
    );
    expect(versions.map(caches)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    attendreLesVersions(versions);
  });

  test('ligne 17 : corriger un territoire montré ne cache rien de plus', () => {
    const versions = publier(
      region(rang('a', 5, 40), rang('b', 35, 20), rang('c', 60, 40)),
      region(rang('a', 5, 40), rang('b', 35, 20), rang('c', 61, 44)),
    );
    expect(caches(derniere(versions))).toEqual(['a', 'b']);
    attendreLesVersions(versions);
  });

  test('ligne 17 : une case devenue petite ne se déduit pas de ce que la version d’avant montrait', () => {
    const avant = region(rang('a', 50, 40), rang('b', 35, 20), rang('c', 60, 40));
    const apres = region(rang('a', 5, 41), rang('b', 35, 20), rang('c', 60, 40));
    const versions = publier(avant, apres);
    // b and c are known from before: hiding one of them would protect nothing.
    expect(caches(derniere(versions))).toEqual(expect.arrayContaining(['a', 'région']));
    attendreLesVersions(versions);

    const naif = [
      { lignes: avant, masque: masquer(avant, SEUIL) },
      { lignes: apres, masque: masquer(apres, SEUIL) },
    ];
    expect(bornesDesVersions(naif)).toContainEqual({
      version: 1,
      cellule: 'a SEXE F',
      vraie: 5,
      min: 5,
      max: 5,
    });
  });

  test('ligne 17 : quand tout est révisé, une nouvelle case cachée l’est avec une autre qui a changé', () => {
    const versions = publier(
      region(rang('a', 50, 40), rang('b', 35, 20), rang('c', 60, 40)),
      region(rang('a', 5, 41), rang('b', 34, 22), rang('c', 61, 38)),
    );
    expect(caches(derniere(versions))).toEqual(['a', 'b']);
    expect([...derniere(versions).masque.totaux]).toEqual([]);
    attendreLesVersions(versions);
  });

  test('ligne 17 : annuler une correction redonne le tableau, moins ce qu’elle avait caché', () => {
    const premier = region(rang('a', 50, 40), rang('b', 35, 20), rang('c', 60, 40));
    const versions = publier(
      premier,
      region(rang('a', 5, 41), rang('b', 34, 22), rang('c', 61, 38)),
      premier,
    );
    expect(caches(derniere(versions))).toEqual(['a', 'b']);
    attendreLesVersions(versions);
  });

  test.each(Array.from({ length: 40 }, (_, index) => ({ graine: index + 1 })))(
    'ligne 17 : suite de versions tirée au sort n° $graine, aucune case masquée ne se calcule à moins de 11 près',
    ({ graine }) => {
      attendreLesVersions(publier(...desVersions(graine)));
    },
  );
});

/** A first table, then two or three of: a territory corrected, all revised, back to the first. */
function desVersions(graine: number): readonly (readonly LigneDeTableau[])[] {
  const tirer = generateur(graine + 1_000);
  const premier = unTableau(graine, { departements: 2, arrondissements: 4 });
  const tableaux = [premier];
  const nombre = 2 + Math.floor(tirer() * 2);
  while (tableaux.length < nombre + 1) {
    const feuilles = (tableaux.at(-1) ?? premier).filter(({ cle }) => /^d\da\d$/.test(cle));
    const sorte = tirer();
    const touchee = Math.floor(tirer() * feuilles.length);
    tableaux.push(
      sorte < 0.15
        ? premier
        : remonter(
            feuilles.map((feuille, index) => {
              if (sorte < 0.6 && index !== touchee) return feuille;
              const total = Math.max(0, Math.round(feuille.total * (0.4 + 0.9 * tirer())));
              return uneFeuille(feuille.cle, feuille.parent ?? '', total, tirer);
            }),
          ),
    );
  }
  return tableaux;
}
