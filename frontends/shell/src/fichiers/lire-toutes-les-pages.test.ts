import { expect, test } from 'vitest';
import { lireToutesLesPages } from './lire-toutes-les-pages.js';

test('une liste se lit jusqu’à sa fin, page après page, dans l’ordre', async () => {
  const demandes: (string | null)[] = [];
  const lues = await lireToutesLesPages(async (after) => {
    demandes.push(after);
    const debut = Number(after ?? 0);
    return {
      nodes: [debut, debut + 1],
      pageInfo: { hasNextPage: debut < 4, endCursor: String(debut + 2) },
    };
  });
  expect(lues).toEqual([0, 1, 2, 3, 4, 5]);
  expect(demandes).toEqual([null, '2', '4']);
});

test('une page qui manque ne passe pas pour la fin', async () => {
  await expect(lireToutesLesPages(() => Promise.reject(new Error('absent')))).rejects.toThrow(
    'absent',
  );
});
