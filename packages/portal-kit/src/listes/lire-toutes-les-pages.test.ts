import { expect, test } from 'vitest';
import type { Manque } from '../graphe/manques.js';
import { ELEMENTS_MAX, lireToutesLesPages } from './lire-toutes-les-pages.js';

test('une liste se lit jusqu’à sa fin, page après page, dans l’ordre, et dit où elle en est', async () => {
  const demandes: (string | null)[] = [];
  const avancees: number[] = [];
  const { elements, tronquee } = await lireToutesLesPages(
    async (after) => {
      demandes.push(after);
      const debut = Number(after ?? 0);
      return {
        nodes: [debut, debut + 1],
        pageInfo: { hasNextPage: debut < 4, endCursor: String(debut + 2) },
      };
    },
    { signal: new AbortController().signal, avancer: (lues) => avancees.push(lues) },
  );
  expect(elements).toEqual([0, 1, 2, 3, 4, 5]);
  expect(tronquee).toBe(false);
  expect(demandes).toEqual([null, '2', '4']);
  expect(avancees).toEqual([2, 4, 6]);
});

test('une page qui manque ne passe pas pour la fin', async () => {
  await expect(lireToutesLesPages(() => Promise.reject(new Error('absent')))).rejects.toThrow(
    'absent',
  );
});

test('une liste sans fin s’arrête à ce qu’un fichier peut tenir, et le dit', async () => {
  const page = Array.from({ length: 100 }, (_, rang) => rang);
  const { elements, tronquee } = await lireToutesLesPages(async (after) => ({
    nodes: page,
    pageInfo: { hasNextPage: true, endCursor: `${after ?? ''}+` },
  }));
  expect(elements).toHaveLength(ELEMENTS_MAX);
  expect(tronquee).toBe(true);
});

test('une lecture que plus personne n’attend s’arrête', async () => {
  const controle = new AbortController();
  const lecture = lireToutesLesPages(
    async (after) => ({
      nodes: [1],
      pageInfo: { hasNextPage: true, endCursor: `${after ?? ''}+` },
    }),
    { signal: controle.signal, avancer: (lues) => lues === 3 && controle.abort() },
  );
  await expect(lecture).rejects.toThrow();
});

test('ce qu’une maison n’a pas répondu garde sa place dans la liste entière', async () => {
  const manque: Omit<Manque, 'chemin'> = {
    partenaire: 'region',
    absent: true,
    erreur: {
      titre: 'La Région ne répond pas',
      message: '',
      code: 'PARTENAIRE_INDISPONIBLE',
      reference: null,
      partenaire: 'region',
      reessayable: true,
    },
  };
  const { manques } = await lireToutesLesPages(async (after) => ({
    nodes: ['a', 'b'],
    pageInfo: { hasNextPage: after === null, endCursor: 'suite' },
    manques: [{ ...manque, chemin: ['engagements', 'nodes', 1, 'contributionRegion'] }],
  }));
  expect(manques.map(({ chemin }) => chemin[2])).toEqual([1, 3]);
});
