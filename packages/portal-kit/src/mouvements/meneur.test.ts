import { expect, test } from 'vitest';
import { mener, type Verrous } from './meneur.js';

/** One lock, first come first served, as the browser's. */
function verrous(): Verrous {
  let file: Promise<unknown> = Promise.resolve();
  return {
    request(_nom, { signal }, travail) {
      const tour = file.then(() => {
        signal.throwIfAborted();
        return travail();
      });
      file = tour.catch(() => null);
      return tour;
    },
  };
}

/** Work that lasts until the tab gives its place up. */
function onglet(nom: string, journal: string[], commun: Verrous | undefined) {
  const commence = Promise.withResolvers<void>();
  const quitter = mener(commun, 'essai', (signal) => {
    journal.push(`${nom} mène`);
    commence.resolve();
    return new Promise((finir) => signal.addEventListener('abort', () => finir()));
  });
  return { commence: commence.promise, quitter };
}

test('un seul onglet mène ; quand il part, le suivant prend sa place', async () => {
  const journal: string[] = [];
  const commun = verrous();
  const a = onglet('a', journal, commun);
  const b = onglet('b', journal, commun);
  await a.commence;
  expect(journal).toEqual(['a mène']);
  a.quitter();
  await b.commence;
  expect(journal).toEqual(['a mène', 'b mène']);
});

test('un onglet qui part avant son tour ne mène jamais', async () => {
  const journal: string[] = [];
  const commun = verrous();
  const a = onglet('a', journal, commun);
  const b = onglet('b', journal, commun);
  const c = onglet('c', journal, commun);
  await a.commence;
  b.quitter();
  a.quitter();
  await c.commence;
  expect(journal).toEqual(['a mène', 'c mène']);
});

test('sans verrou du navigateur, chaque onglet suit pour lui-même', async () => {
  const journal: string[] = [];
  await onglet('a', journal, undefined).commence;
  await onglet('b', journal, undefined).commence;
  expect(journal).toEqual(['a mène', 'b mène']);
});
