import { expect, test } from 'vitest';
import { instantAParis, jourDeSeance, moisDesSeances } from './calendrier.js';

test('cinq ans de mois, jusqu’à janvier 2024', () => {
  const mois = moisDesSeances('region');
  expect([mois[0], mois.at(-1), mois.length]).toEqual(['2019-01', '2024-01', 61]);
});

test('une séance se tient un jour ouvré de son mois, toujours le même', () => {
  for (const mois of moisDesSeances('region')) {
    const jour = jourDeSeance('spel-596', mois);
    expect(jour.startsWith(mois)).toBe(true);
    expect([0, 6]).not.toContain(new Date(`${jour}T12:00:00Z`).getUTCDay());
    expect(jourDeSeance('spel-596', mois)).toBe(jour);
  }
});

test.each([
  ['2023-03-25', '2023-03-25T13:30:00.000Z'],
  ['2023-03-26', '2023-03-26T12:30:00.000Z'],
  ['2023-10-28', '2023-10-28T12:30:00.000Z'],
  ['2023-10-29', '2023-10-29T13:30:00.000Z'],
])('14 h 30 à Paris le %s, heure d’été comprise', (jour, instant) => {
  expect(instantAParis(jour, '14:30')).toBe(instant);
});
