import { expect, test } from 'vitest';
import { reessayer } from './reessayer.js';

async function essayer(echecs: number, pause: (prevue: number) => number | null) {
  const pauses: number[] = [];
  let essais = 0;
  const fin = await reessayer(
    async () => {
      essais += 1;
      if (essais <= echecs) throw new Error(`essai ${essais}`);
      return 'fait';
    },
    (_erreur, prevue) => pause(prevue),
    async (ms) => void pauses.push(ms),
  ).catch((erreur: Error) => erreur.message);
  return { fin, essais, pauses };
}

test('attend de plus en plus entre deux essais, puis renonce', async () => {
  expect(await essayer(2, (prevue) => prevue)).toEqual({
    fin: 'fait',
    essais: 3,
    pauses: [250, 750],
  });
  expect(await essayer(9, (prevue) => prevue)).toEqual({
    fin: 'essai 5',
    essais: 5,
    pauses: [250, 750, 2_000, 5_000],
  });
});

test('ne recommence pas ce qui ne passera pas mieux', async () => {
  expect(await essayer(1, () => null)).toEqual({ fin: 'essai 1', essais: 1, pauses: [] });
});
