import { expect, test } from 'vitest';
import { faitsIndicateurs } from './faits.js';
import { indicateursDemonstration } from './indicateurs-demonstration.js';
import type { MesureDemonstration } from './mesure-demonstration.js';

const MAISONS = ['etat', 'region', 'pole-emploi'] as const;

const somme = (mesures: readonly MesureDemonstration[]) =>
  mesures.reduce((total, { valeur }) => total + valeur, 0);

test('les arrondissements de la démonstration font exactement le chiffre publié de la région', () => {
  const faits = MAISONS.flatMap((maison) => faitsIndicateurs(maison, '32'));
  for (const [indicateur, periode] of [
    ['apprentis', '2022'],
    ['entrees-formation', '2023'],
    ['entrees-prf', '2022'],
    ['demandeurs-abc', '2023-T3'],
  ]) {
    const fait = faits.find((un) => un.indicateur === indicateur && un.periode === periode);
    const parts = MAISONS.flatMap((maison) => indicateursDemonstration(maison, '32')).filter(
      (une) => une.indicateur === indicateur && une.periode === periode && une.dimension === null,
    );
    expect(parts).toHaveLength(26);
    expect(somme(parts)).toBe(fait?.valeur);
  }
});

test('chaque ventilation fait le total de son territoire', () => {
  for (const maison of MAISONS) {
    const mesures = indicateursDemonstration(maison, '32');
    const parLieu = Map.groupBy(mesures, (une) =>
      [une.indicateur, une.periode, une.maille, une.territoire].join('/'),
    );
    for (const cellules of parLieu.values()) {
      const total = cellules.filter(({ dimension }) => dimension === null);
      for (const [dimension, rangee] of Map.groupBy(cellules, (une) => une.dimension)) {
        if (dimension !== null) expect(somme(rangee)).toBe(somme(total));
      }
    }
  }
});

test('les faits ont une source et ne sont pas marqués ; tout le reste l’est', () => {
  for (const maison of MAISONS) {
    const faits = faitsIndicateurs(maison, '32');
    expect(faits.length).toBeGreaterThan(0);
    expect(faits.every(({ source, demonstration }) => source.length > 5 && !demonstration)).toBe(
      true,
    );
    expect(indicateursDemonstration(maison, '32').every(({ demonstration }) => demonstration)).toBe(
      true,
    );
  }
});

test('une autre région n’hérite pas des chiffres de celle-ci', () => {
  for (const maison of MAISONS) expect(faitsIndicateurs(maison, '52')).toEqual([]);
});
