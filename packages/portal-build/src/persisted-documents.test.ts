import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, fetchExchange } from '@urql/core';
import { parse } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { readPersistedDocuments } from './persisted-documents.js';

async function aGeneratedFile(documents: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-documents-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'graphql.ts');
  const lines = Object.entries(documents).map(
    ([name, text]) =>
      `export const ${name} = ${JSON.stringify(parse(text, { noLocation: true }))} as unknown as object;`,
  );
  await writeFile(file, ['export type Maybe<T> = T | null;', ...lines].join('\n'));
  return file;
}

const LIRE = 'query Lire($code: ID!) { engagement(code: $code) { code ...Nom } }';
const NOM = 'fragment Nom on Engagement { libelle }';

test('each operation has its text under its fingerprint, with the type names that the cache asks', async () => {
  const documents = await readPersistedDocuments(
    await aGeneratedFile({ LireDocument: `${LIRE} ${NOM}`, NomFragmentDoc: NOM }),
  );
  const [[fingerprint, text] = ['', '']] = Object.entries(documents);
  expect(Object.keys(documents)).toHaveLength(1);
  expect(fingerprint).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  expect(text.match(/__typename/g)).toHaveLength(2);
});

test('a stream is known as it is sent too: without type names', async () => {
  const documents = await readPersistedDocuments(
    await aGeneratedFile({ FluxDocument: 'subscription Flux { mouvement { id } }' }),
  );
  expect(Object.values(documents).filter((text) => !text.includes('__typename'))).toHaveLength(1);
});

test('what a client sends without a cache of its own is not what is published', async () => {
  const sent: string[] = [];
  const client = new Client({
    url: 'http://portail.test/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: async (_url, options) => {
      const body: unknown = options?.body;
      if (typeof body === 'string') sent.push(JSON.parse(body).query);
      return Response.json({ data: null });
    },
  });
  await client.query(parse(`${LIRE} ${NOM}`), { code: 'E07' }).toPromise();
  const documents = await readPersistedDocuments(
    await aGeneratedFile({ LireDocument: `${LIRE} ${NOM}` }),
  );
  expect(sent).toHaveLength(1);
  expect(Object.values(documents)).not.toContain(sent[0]);
});

test('a module that asks nothing has no document', async () => {
  expect(await readPersistedDocuments('/nulle/part/graphql.ts')).toEqual({});
});
