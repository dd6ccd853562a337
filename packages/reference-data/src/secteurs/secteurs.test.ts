import { METIERS, SECTEURS, secteurOfNaf, secteurOfRome } from '@passerelle/reference-data';
import { describe, expect, test } from 'vitest';

test('les cinq secteurs du communiqué, dans son ordre', () => {
  expect(SECTEURS.map(({ code }) => code)).toEqual([
    'INDUSTRIE',
    'TRANSPORT',
    'LOGISTIQUE',
    'SANTE',
    'BTP',
  ]);
});

test.each([
  ['H2913', 'INDUSTRIE'],
  ['N4101', 'TRANSPORT'],
  ['N2102', 'TRANSPORT'],
  ['N3103', 'TRANSPORT'],
  ['N1103', 'LOGISTIQUE'],
  ['J1506', 'SANTE'],
  ['F1703', 'BTP'],
  ['K1302', null],
  ['N', null],
  ['N11', null],
  ['f1703', null],
  ['', null],
])('le métier %s relève de %s', (codeRome, secteur) => {
  expect(secteurOfRome(codeRome)).toBe(secteur);
});

test.each([
  ['10.71C', 'INDUSTRIE'],
  ['33.20A', 'INDUSTRIE'],
  ['49.41A', 'TRANSPORT'],
  ['51', 'TRANSPORT'],
  ['52.10B', 'LOGISTIQUE'],
  ['53.10Z', null],
  ['86.10Z', 'SANTE'],
  ['88.10A', 'SANTE'],
  ['43.21A', 'BTP'],
  ['4321A', 'BTP'],
  ['09.10Z', null],
  ['35.11Z', null],
  ['99.99Z', null],
])('l’activité %s relève de %s', (codeNaf, secteur) => {
  expect(secteurOfNaf(codeNaf)).toBe(secteur);
});

describe('les métiers', () => {
  test('201 codes ROME uniques et triés, de F, H, J et N', () => {
    const codes = METIERS.map(({ codeRome }) => codeRome);
    expect(codes).toHaveLength(201);
    expect(new Set(codes).size).toBe(201);
    expect(codes).toEqual(codes.toSorted());
    const parDomaine = Object.groupBy(codes, (code) => code.slice(0, 1));
    expect(Object.entries(parDomaine).map(([domaine, liste]) => [domaine, liste?.length])).toEqual([
      ['F', 38],
      ['H', 94],
      ['J', 32],
      ['N', 37],
    ]);
  });

  test('chaque secteur a des métiers, chaque métier un secteur, un libellé et un domaine', () => {
    for (const { code } of SECTEURS) {
      expect(METIERS.some(({ secteurs }) => secteurs.includes(code))).toBe(true);
    }
    for (const metier of METIERS) {
      expect(metier.secteurs).toHaveLength(1);
      expect(metier.libelle).toMatch(/^\p{Lu}/u);
      expect(metier.domaine).toMatch(/^\p{Lu}/u);
    }
  });

  test('un métier porte le libellé du répertoire', () => {
    expect(METIERS.find(({ codeRome }) => codeRome === 'F1703')).toEqual({
      codeRome: 'F1703',
      libelle: 'Maçonnerie',
      domaine: 'Travaux et gros œuvre',
      secteurs: ['BTP'],
    });
  });
});
