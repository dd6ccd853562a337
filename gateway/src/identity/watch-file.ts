import { stat } from 'node:fs/promises';

/**
 * Calls `onChange` when a file appears, is replaced or rewritten after this call. Polls its
 * times and inode: `fs.watch` loses a file replaced by a rename, which is how one is put in
 * place at once.
 *
 * @returns stops watching; resolved once what the file is now has been noted, so that what is
 *   read next and what is watched leave no gap
 */
export async function watchFile(
  fichier: string,
  onChange: () => Promise<void>,
  intervalleMs = 500,
): Promise<() => void> {
  let connu = await signatureOf(fichier);
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function look(): Promise<void> {
    const vu = await signatureOf(fichier);
    if (vu === undefined || vu === connu) return;
    connu = vu;
    if (!isStopped) await onChange();
  }

  function next(): void {
    if (isStopped) return;
    timer = setTimeout(() => void look().finally(next), intervalleMs).unref();
  }
  next();
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
