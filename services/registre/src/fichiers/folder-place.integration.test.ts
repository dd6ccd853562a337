import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { empreinteOf } from '@passerelle/publication';
import { expect, test } from 'vitest';
import {
  describeConcurrentPuts,
  describeFileStore,
  type StoreUnderTest,
} from './file-store.suite.js';
import { folderPlace } from './folder-place.js';
import { verifiedStore } from './verified-store.js';

async function start(): Promise<StoreUnderTest> {
  const racine = await mkdtemp(join(tmpdir(), 'registre-fichiers-'));
  const altered: string[] = [];
  const onAltered = async (empreinte: string) => void altered.push(empreinte);
  return {
    store: verifiedStore(folderPlace(racine), onAltered),
    other: verifiedStore(folderPlace(racine), onAltered),
    altered,
    damage: (empreinte, bytes) => {
      const hex = empreinte.slice('sha256:'.length);
      return writeFile(join(racine, hex.slice(0, 2), hex), bytes);
    },
    release: () => rm(racine, { recursive: true, force: true }),
  };
}

describeFileStore(start);
describeConcurrentPuts(start);

test('rien d’inachevé ne reste dans le dossier, que seul le registre lit', async () => {
  const racine = join(await mkdtemp(join(tmpdir(), 'registre-fichiers-')), 'a', 'creer');
  const store = verifiedStore(folderPlace(racine), async () => undefined);
  const bytes = Buffer.from('contenu');
  const empreinte = empreinteOf(bytes);
  const hex = empreinte.slice('sha256:'.length);
  await Promise.all(Array.from({ length: 20 }, () => store.put(empreinte, bytes)));
  expect(await readdir(racine, { recursive: true })).toEqual([
    hex.slice(0, 2),
    join(hex.slice(0, 2), hex),
  ]);
  expect((await stat(join(racine, hex.slice(0, 2), hex))).mode & 0o777).toBe(0o600);
  await rm(racine, { recursive: true });
});

test('un dossier où l’on ne peut pas écrire est un stockage indisponible, pas un fichier absent', async () => {
  const racine = await mkdtemp(join(tmpdir(), 'registre-fichiers-'));
  const file = join(racine, 'fichier');
  await writeFile(file, '');
  const store = verifiedStore(folderPlace(file), async () => undefined);
  const bytes = Buffer.from('contenu');
  const unavailable = { code: 'STOCKAGE_INDISPONIBLE' };
  await expect(store.put(empreinteOf(bytes), bytes)).rejects.toMatchObject(unavailable);
  await expect(store.get(empreinteOf(bytes))).rejects.toMatchObject(unavailable);
  await rm(racine, { recursive: true });
});
