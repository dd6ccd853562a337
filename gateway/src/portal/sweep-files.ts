import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Another process of this machine may just have written it for a publication to come. */
const AGE_MIN_MS = 24 * 60 * 60 * 1000;

/** Removes files, and their compressed copies, that no publication names any more. */
export async function sweepFiles(
  dossier: string,
  empreintes: ReadonlySet<string>,
  maintenant: () => number = Date.now,
): Promise<void> {
  const noms = await readdir(dossier).catch(() => []);
  for (const nom of noms) {
    const [, hex] = /^sha256-([0-9a-f]{64})(?:\.(?:br|gzip))?$/.exec(nom) ?? [];
    if (hex === undefined || empreintes.has(`sha256:${hex}`)) continue;
    const path = join(dossier, nom);
    const vu = await stat(path).catch(() => null);
    if (vu === null || maintenant() - vu.mtimeMs < AGE_MIN_MS) continue;
    await rm(path, { force: true }).catch(() => undefined);
  }
}
