import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Place } from './file-store.js';

/** A folder: `ab/abcd…`, two levels so that none grows too long. Replicas may share it. */
export function folderPlace(racine: string): Place {
  const pathOf = (hex: string): string => join(racine, hex.slice(0, 2), hex);

  return {
    exists: async (hex) => (await unlessAbsent(stat(pathOf(hex)))) !== null,
    read: (hex) => unlessAbsent(readFile(pathOf(hex))),
    async write(hex, bytes) {
      const path = pathOf(hex);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const temporary = `${path}.${randomUUID()}.partiel`;
      try {
        await writeAndSync(temporary, bytes);
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      // The name too must outlive a power cut, and the folder's own.
      await syncFolder(folder);
      await syncFolder(racine);
    },
  };
}

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function unlessAbsent<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
