import { expect, test } from 'vitest';
import { delaiMs, type Ecoute, suivreFlux } from './flux.js';

/** Follows a scripted stream; stops after its last opening. */
async function suivre(ouvertures: ((ecoute: Ecoute<string>) => Promise<void>)[]) {
  const arret = new AbortController();
  const recus: string[] = [];
  const attentes: number[] = [];
  await suivreFlux<string>(
    {
      async ouvrir(ecoute) {
        const suivante = ouvertures.shift();
        if (ouvertures.length === 0) arret.abort();
        await suivante?.(ecoute);
      },
      recevoir: (evenement) => recus.push(evenement),
      reprise: () => recus.push('reprise'),
      attendre: async (delai) => void attentes.push(delai),
      hasard: () => 1,
    },
    arret.signal,
  );
  return { recus, attentes };
}

const coupe = async (): Promise<void> => {
  throw new Error('cut');
};

test('un flux coupé est rouvert, de moins en moins souvent', async () => {
  const { attentes } = await suivre([coupe, coupe, coupe, coupe]);
  expect(attentes).toEqual([1_000, 2_000, 4_000]);
});

test('après une coupure, la reprise est dite : des mouvements ont pu manquer', async () => {
  const { recus } = await suivre([
    async ({ etablie, recevoir }) => {
      etablie();
      recevoir('E07');
    },
    coupe,
    async ({ etablie }) => etablie(),
  ]);
  expect(recus).toEqual(['E07', 'reprise']);
});

test('un flux qui a tenu remet les délais à zéro', async () => {
  const { attentes } = await suivre([coupe, coupe, async ({ etablie }) => etablie(), coupe]);
  expect(attentes).toEqual([1_000, 2_000, 1_000]);
});

test('le délai est borné à trente secondes et étalé', () => {
  expect(delaiMs(20, 1)).toBe(30_000);
  expect(delaiMs(20, 0)).toBe(15_000);
});
