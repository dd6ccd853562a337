import { describe, expect, it } from 'vitest';
import { disposerTuiles, type PointCarte } from './disposer-tuiles.js';

const VILLES: PointCarte[] = [
  { code: '594', longitude: 2.47, latitude: 50.85 },
  { code: '626', longitude: 1.95, latitude: 50.89 },
  { code: '595', longitude: 3.06, latitude: 50.61 },
  { code: '627', longitude: 2.84, latitude: 50.43 },
  { code: '593', longitude: 3.19, latitude: 50.39 },
  { code: '596', longitude: 3.47, latitude: 50.38 },
  { code: '802', longitude: 2.17, latitude: 49.93 },
  { code: '601', longitude: 1.98, latitude: 49.45 },
  { code: '021', longitude: 3.43, latitude: 49.07 },
];

const parCode = (points: PointCarte[]) =>
  new Map(disposerTuiles(points).tuiles.map((t) => [t.code, t]));

describe('disposition des tuiles', () => {
  it('donne une case à chacun et jamais la même à deux', () => {
    const { tuiles, colonnes, lignes } = disposerTuiles(VILLES);
    expect(tuiles.map((t) => t.code)).toEqual(VILLES.map((v) => v.code));
    expect(new Set(tuiles.map((t) => `${t.colonne}/${t.ligne}`)).size).toBe(VILLES.length);
    for (const t of tuiles) {
      expect(t.colonne).toBeGreaterThanOrEqual(1);
      expect(t.colonne).toBeLessThanOrEqual(colonnes);
      expect(t.ligne).toBeGreaterThanOrEqual(1);
      expect(t.ligne).toBeLessThanOrEqual(lignes);
    }
  });

  it('met le nord en haut et l’ouest à gauche', () => {
    const places = parCode(VILLES);
    expect(places.get('594')?.ligne).toBeLessThan(places.get('802')?.ligne ?? 0);
    expect(places.get('802')?.ligne).toBeLessThan(places.get('021')?.ligne ?? 0);
    expect(places.get('626')?.colonne).toBeLessThan(places.get('596')?.colonne ?? 0);
  });

  it('sépare des points confondus', () => {
    const memes = ['a', 'b', 'c', 'd'].map((code) => ({ code, longitude: 2, latitude: 50 }));
    const { tuiles } = disposerTuiles(memes);
    expect(new Set(tuiles.map((t) => `${t.colonne}/${t.ligne}`)).size).toBe(4);
  });

  it('donne la même carte pour les mêmes points', () => {
    expect(disposerTuiles(VILLES)).toEqual(disposerTuiles([...VILLES]));
  });

  it('n’a rien à placer sans point', () => {
    expect(disposerTuiles([])).toEqual({ tuiles: [], colonnes: 0, lignes: 0 });
  });
});
