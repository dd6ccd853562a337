import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '@passerelle/embedded-postgres';
import { fromFileSystem } from './start-refusal.js';

/** What `--reinitialiser` erases; logs and the memory of the last build stay. */
const ERASED = [
  'data',
  'secrets',
  'demonstration.json',
  'passerelle',
  'publications.json',
  'habilitations.json',
  'acces.json',
];

/** Databases outside (DATABASE_URL_…) are not ours to erase, and are left alone. */
export async function eraseData(dossier: string): Promise<void> {
  await removeEmbeddedPostgres(dossier);
  for (const name of ERASED) {
    const path = join(dossier, name);
    try {
      rmSync(path, { recursive: true, force: true });
    } catch (error) {
      throw fromFileSystem(error, path);
    }
  }
}
