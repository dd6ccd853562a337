import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Puts a file in place at once, and for good: a power cut leaves the old content or the new one,
 * never a half.
 *
 * @param isLasting - false when what a power cut leaves is noticed and asked anew: much quicker
 */
export async function replaceFile(
  fichier: string,
  contenu: string | Uint8Array,
  { isLasting = true }: { isLasting?: boolean } = {},
): Promise<void> {
  const dossier = dirname(fichier);
  await mkdir(dossier, { recursive: true });
  const nouveau = `${fichier}.${randomUUID()}`;
  try {
    const handle = await open(nouveau, 'w', 0o600);
    try {
      await handle.writeFile(contenu);
      if (isLasting) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(nouveau, fichier);
  } catch (error) {
    await rm(nouveau, { force: true });
    throw error;
  }
  if (!isLasting) return;
  const folder = await open(dossier);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
