import { stat } from 'node:fs/promises';

/**
 * Calls `onChange` when a file is replaced or rewritten. Polls its times and inode: `fs.watch`
 * loses a file replaced by a rename, which is how a publication is put in place.
 *
 * @returns stops watching
 */
export function watchFile(
  fichier: string,
  onChange: () => Promise<void>,
  intervalleMs = 500,
): () => void {
  let connu: string | undefined;
  let isStopped = false;

  async function look(): Promise<void> {
    const vu = await signatureOf(fichier);
    if (vu !== undefined && connu !== undefined && vu !== connu) await onChange();
    connu = vu ?? connu;
  }

  function next(): void {
    if (isStopped) return;
    timer = setTimeout(() => void look().finally(next), intervalleMs).unref();
  }
  let timer: NodeJS.Timeout | undefined;
  void look().finally(next);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function signatureOf(fichier: string): Promise<string | undefined> {
  try {
    const { mtimeMs, ino, size } = await stat(fichier);
    return `${ino}:${mtimeMs}:${size}`;
  } catch {
    // Absent for an instant, between two versions.
    return undefined;
  }
}
