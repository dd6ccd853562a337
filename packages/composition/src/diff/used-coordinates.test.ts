import { expect, test } from 'vitest';
import { usedCoordinates } from './used-coordinates.js';

const API = `
  type Query { formations(first: Int, meteo: Meteo, ou: Ou): [Formation] }
  type Formation { intitule: String places: Int }
  enum Meteo { SOLEIL ORAGE }
  input Ou { code: ID }
`;

test('dit les champs, arguments, champs d’entrée et valeurs qu’une opération écrit', () => {
  const document = `
    query Liste { formations(first: 3, meteo: ORAGE, ou: { code: "59" }) { ...Ligne __typename } }
    fragment Ligne on Formation { intitule }
  `;
  expect(usedCoordinates([document], API).get(document)).toEqual([
    'Formation.intitule',
    'Meteo.ORAGE',
    'Ou.code',
    'Query.formations',
    'Query.formations(first:)',
    'Query.formations(meteo:)',
    'Query.formations(ou:)',
  ]);
});

test('ne compte ni ce que le graphe ignore, ni un texte illisible', () => {
  const found = usedCoordinates(['{ inconnu { a } }', '{ formations {'], API);
  expect([...found.values()]).toEqual([[], []]);
});
