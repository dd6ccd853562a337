import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromFileSystem } from './errors.js';
import { findDataFolder, findSystemHome } from './location.js';
import { stopOrphan } from './postmaster.js';
import { withStartLock } from './start-lock.js';

/** Stops the server of this `dossier` and erases its data and passwords, wherever they are. */
export async function removeEmbeddedPostgres(dossier: string): Promise<void> {
  if (!existsSync(dossier)) return;
  const folder = realpathSync(dossier);
  await withStartLock(folder, async () => {
    try {
      const data = findDataFolder(folder);
      if (data !== null) await stopOrphan(data);
      const outside = findSystemHome(folder);
      if (outside !== null) rmSync(outside, { recursive: true, force: true });
      removeMatching(join(folder, 'data'), /^postgres(\..*)?$/);
      removeMatching(join(folder, 'secrets'), /^postgres-.*\.motdepasse$/);
    } catch (error) {
      throw fromFileSystem(error, folder);
    }
  });
}

function removeMatching(folder: string, pattern: RegExp): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (pattern.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
