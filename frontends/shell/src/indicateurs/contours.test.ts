import { expect, test } from 'vitest';
import { codesPossibles, lireFormes, tracer } from './contours.js';

const carre = (code: string, decalage: number) => ({
  type: 'Feature',
  properties: { code, nom: `Lieu ${code}` },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [2 + decalage, 50],
        [3 + decalage, 50],
        [3 + decalage, 51],
        [2 + decalage, 51],
        [2 + decalage, 50],
      ],
    ],
  },
});

const fichier = (...features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });

test('le code long d’un arrondissement est celui du COG', () => {
  expect(codesPossibles('59005')).toEqual(['59005', '595']);
  expect(codesPossibles('595')).toEqual(['595']);
  expect(codesPossibles('59350')).toEqual(['59350']);
});

test('dessine les territoires connus, dans un cadre à leur mesure', () => {
  const lus = tracer(
    lireFormes(
      fichier(carre('59005', 0), carre('596', 1), carre('75', 4)),
      new Set(['595', '596']),
    ),
  );
  expect(lus.contours.map(({ code }) => code)).toEqual(['595', '596']);
  expect(lus.largeur).toBe(600);
  expect(lus.contours[0]?.trace).toMatch(/^M0\.0 [\d.]+L/);
  expect(lus.hauteur).toBeGreaterThan(300);
});

test.each([
  '',
  'bonjour',
  '[]',
  '{"features":[null,{"properties":{"code":"595"}}]}',
  fichier({ ...carre('595', 0), geometry: { type: 'Point', coordinates: [2, 50] } }),
  fichier({ ...carre('595', 0), geometry: { type: 'Polygon', coordinates: [['a', null]] } }),
])('ne dessine rien de %j', (texte) => {
  expect(lireFormes(texte, new Set(['595']))).toEqual([]);
});
