import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const dist = new URL('../dist/', import.meta.url);
const ENTRY_MAX_BYTES = 40 * 1024;

test('l’entrée du module pèse au plus 40 Ko compressée et ne demande que ce que la page partage', async () => {
  const manifest = JSON.parse(await readFile(new URL('manifest.json', dist), 'utf8'));
  const { size } = await stat(new URL(`${manifest.entree}.br`, dist));
  expect(size).toBeLessThanOrEqual(ENTRY_MAX_BYTES);

  const shared = createRequire(import.meta.url)('@passerelle/portal-kit/partages.json');
  expect(Object.keys(shared.imports)).toEqual(expect.arrayContaining(manifest.requires));
});
