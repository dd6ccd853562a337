import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { stringifyDocument } from '@urql/core';
import { expect, test } from 'vitest';
import { ChercherTerritoiresDocument, MouvementsRegionDocument } from '../src/generated/graphql.js';
import { creerClient } from '../src/graphe/client.js';

const documents: Record<string, string> = JSON.parse(
  await readFile(new URL('../dist/partages/documents.json', import.meta.url), 'utf8'),
);

test('chaque document publié est sous l’empreinte de son texte', () => {
  expect(Object.keys(documents).length).toBeGreaterThan(0);
  for (const [empreinte, texte] of Object.entries(documents)) {
    expect(`sha256:${createHash('sha256').update(texte).digest('hex')}`).toBe(empreinte);
  }
});

test('ce que le client du graphe envoie est mot pour mot ce qui est publié', async () => {
  const envois: unknown[] = [];
  const client = creerClient({
    url: 'http://portail.test/graphql',
    fetch: async (_adresse, options) => {
      const { body } = options ?? {};
      envois.push(typeof body === 'string' ? JSON.parse(body).query : null);
      return Response.json({ data: null });
    },
  });
  await client.query(ChercherTerritoiresDocument, { recherche: 'x' }).toPromise();
  expect(Object.values(documents)).toContain(envois[0]);
  // Live streams are opened beside that client.
  expect(Object.values(documents)).toContain(stringifyDocument(MouvementsRegionDocument));
});
