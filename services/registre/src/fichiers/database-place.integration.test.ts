import { empreinteOf } from '@passerelle/publication';
import { createTestDatabase } from '@passerelle/subgraph/testing';
import { expect, test } from 'vitest';
import { Database } from '../database/database.js';
import { createJournal } from '../journal/journal.js';
import { databasePlace } from './database-place.js';
import {
  describeConcurrentPuts,
  describeFileStore,
  type StoreUnderTest,
} from './file-store.suite.js';
import { createFileStore } from './index.js';
import { verifiedStore } from './verified-store.js';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function openDatabase(): Promise<{ database: Database; release: () => Promise<void> }> {
  const essai = await createTestDatabase();
  const database = new Database({
    url: essai.url,
    poolSize: 5,
    statementTimeoutMs: 10_000,
    log: SILENT,
  });
  await database.start();
  return {
    database,
    release: async () => {
      await database.stop();
      await essai.release();
    },
  };
}

async function start(): Promise<StoreUnderTest> {
  const { database, release } = await openDatabase();
  const altered: string[] = [];
  const onAltered = async (empreinte: string) => void altered.push(empreinte);
  return {
    store: verifiedStore(databasePlace(database), onAltered),
    other: verifiedStore(databasePlace(database), onAltered),
    altered,
    async damage(empreinte, bytes) {
      await database.query('UPDATE fichier SET contenu = $2 WHERE empreinte = $1', [
        empreinte.slice('sha256:'.length),
        Buffer.from(bytes),
      ]);
    },
    release,
  };
}

describeFileStore(start);
describeConcurrentPuts(start);

test('un fichier altéré est une alarme du journal, écrite une fois', async () => {
  const { database, release } = await openDatabase();
  const journal = createJournal(database);
  const store = createFileStore({ genre: 'base' }, { sql: database, journal });
  const bytes = Buffer.from('contenu');
  const empreinte = empreinteOf(bytes);
  await store.put(empreinte, bytes);
  await database.query('UPDATE fichier SET contenu = $1', [Buffer.from('changé')]);
  await expect(store.get(empreinte)).rejects.toMatchObject({ code: 'FICHIER_ALTERE' });
  await expect(store.get(empreinte)).rejects.toMatchObject({ code: 'FICHIER_ALTERE' });
  const { entrees } = await journal.page({ premiers: 10 });
  expect(entrees).toMatchObject([
    { evenement: 'ALARME', par: 'registre', details: { code: 'FICHIER_ALTERE', empreinte } },
  ]);
  await release();
});
