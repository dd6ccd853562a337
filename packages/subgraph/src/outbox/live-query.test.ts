import { expect, test } from 'vitest';
import { liveQuery } from './live-query.js';
import type { Mouvement } from './mouvement.js';

function aFeed() {
  const listeners = new Set<(mouvement: Mouvement) => void>();
  return {
    listeners,
    subscribe: (listener: (mouvement: Mouvement) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (id: number, charge: unknown = id) => {
      for (const listener of listeners) listener({ id: String(id), nature: 'essai', charge });
    },
  };
}

const reads = { renew: () => Promise.resolve() };

test('rend dans l’ordre ce qui concerne l’abonné, et passe le reste', async () => {
  const feed = aFeed();
  const stream = liveQuery({
    feed,
    reads,
    select: async ({ charge }) => (typeof charge === 'number' && charge % 2 ? charge : undefined),
  });
  for (const id of [1, 2, 3, 4, 5]) feed.tell(id);
  expect([await stream.next(), await stream.next(), await stream.next()]).toEqual(
    [1, 3, 5].map((value) => ({ done: false, value })),
  );
});

test('se ferme pendant qu’il attend, et n’écoute plus', async () => {
  const feed = aFeed();
  const stream = liveQuery({ feed, reads, select: async () => 1 });
  const waiting = stream.next();
  await stream.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(feed.listeners.size).toBe(0);
});

test('relit avec un instantané neuf avant chaque événement', async () => {
  const feed = aFeed();
  let snapshot = 0;
  const stream = liveQuery({
    feed,
    reads: {
      async renew() {
        snapshot += 1;
      },
    },
    select: async () => snapshot,
  });
  feed.tell(1);
  const first = await stream.next();
  feed.tell(2);
  const second = await stream.next();
  expect([first.value, second.value]).toEqual([1, 2]);
});

test('un abonné qui ne lit plus est interrompu, au lieu de remplir la mémoire', async () => {
  const feed = aFeed();
  const stream = liveQuery({ feed, reads, select: async () => 1 });
  for (let id = 0; id < 1001; id += 1) feed.tell(id);
  await expect(stream.next()).rejects.toMatchObject({ code: 'FLUX_INTERROMPU' });
  expect(feed.listeners.size).toBe(0);
});
