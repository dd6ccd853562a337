import { expect, test } from 'vitest';
import { observationAuJour } from './paroles-au-jour.js';

const observation = {
  id: 'etat:observation-1',
  version: 3,
  texte: 'Le troisième texte.',
  auteur: 'Une fonction',
  ecriteLe: '2023-09-01T08:00:00Z',
  corrigeeLe: '2023-11-01T08:00:00Z',
  retireeLe: '2023-12-01T08:00:00Z',
  anciensTextes: [
    { texte: 'Le deuxième texte.', ecritLe: '2023-10-01T08:00:00Z' },
    { texte: 'Le premier texte.', ecritLe: '2023-09-01T08:00:00Z' },
  ],
  demonstration: true,
};
const au = (jour: string) => observationAuJour(observation, new Date(`${jour}T23:00:00Z`));

test('une observation n’existe pas avant d’être écrite', () => {
  expect(au('2023-08-31')).toEqual([]);
});

test('elle porte le texte qu’elle avait ce jour-là, et ceux d’avant', () => {
  expect(au('2023-09-01')).toMatchObject([
    { texte: 'Le premier texte.', corrigeeLe: null, anciensTextes: [], retireeLe: null },
  ]);
  expect(au('2023-10-15')).toMatchObject([
    {
      texte: 'Le deuxième texte.',
      corrigeeLe: '2023-10-01T08:00:00Z',
      anciensTextes: [{ texte: 'Le premier texte.' }],
    },
  ]);
  expect(au('2023-11-15')).toMatchObject([{ texte: 'Le troisième texte.', retireeLe: null }]);
});

test('elle est retirée à partir du jour de son retrait', () => {
  expect(au('2023-12-01')).toMatchObject([{ retireeLe: '2023-12-01T08:00:00Z' }]);
});
