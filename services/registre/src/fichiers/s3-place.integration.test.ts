import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { empreinteOf } from '@passerelle/publication';
import { afterAll, expect, test } from 'vitest';
import { describeFileStore, type StoreUnderTest } from './file-store.suite.js';
import { readFileStoreConfig, type S3Config } from './file-store-config.js';
import { s3Place } from './s3-place.js';
import { verifiedStore } from './verified-store.js';

/** The server's own keys: it refuses what is signed by others. */
const CLES = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

const directory = await mkdtemp(join(tmpdir(), 'registre-s3-'));
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory,
  configureBuckets: [{ name: 'passerelle', configs: [] }],
});
const { port } = await server.run();
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

function configOf(fichiers: string, env: Readonly<Record<string, string>> = {}): S3Config {
  const S3_ENDPOINT = `http://127.0.0.1:${port}`;
  const { config } = readFileStoreConfig(fichiers, { ...CLES, S3_ENDPOINT, ...env });
  if (config?.genre !== 's3') throw new Error('not an S3 store');
  return config;
}

async function start(): Promise<StoreUnderTest> {
  const altered: string[] = [];
  const onAltered = async (empreinte: string) => void altered.push(empreinte);
  const place = s3Place(configOf('s3://passerelle/registre/fichiers'));
  return {
    store: verifiedStore(place, onAltered),
    other: verifiedStore(s3Place(configOf('s3://passerelle/registre/fichiers')), onAltered),
    altered,
    damage: (empreinte, bytes) => place.write(empreinte.slice('sha256:'.length), bytes),
    release: async () => undefined,
  };
}

// Not the concurrent puts: this server writes an object and what it knows of it one after the other.
describeFileStore(start);

test.each([
  ['un mauvais secret', () => configOf('s3://passerelle', { AWS_SECRET_ACCESS_KEY: 'autre' })],
  [
    'personne qui réponde',
    () => configOf('s3://passerelle', { S3_ENDPOINT: 'http://127.0.0.1:9' }),
  ],
])('%s : le stockage est indisponible, le fichier n’est pas dit absent', async (_titre, config) => {
  const store = verifiedStore(s3Place(config()), async () => undefined);
  const bytes = Buffer.from('contenu');
  const unavailable = { code: 'STOCKAGE_INDISPONIBLE' };
  await expect(store.get(empreinteOf(bytes))).rejects.toMatchObject(unavailable);
  await expect(store.has(empreinteOf(bytes))).rejects.toMatchObject(unavailable);
  await expect(store.put(empreinteOf(bytes), bytes)).rejects.toMatchObject(unavailable);
});

test('un seau qui n’existe pas : rien n’est dit gardé', async () => {
  const store = verifiedStore(s3Place(configOf('s3://absent')), async () => undefined);
  const bytes = Buffer.from('contenu');
  await expect(store.put(empreinteOf(bytes), bytes)).rejects.toMatchObject({
    code: 'STOCKAGE_INDISPONIBLE',
  });
});
