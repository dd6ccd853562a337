import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf, fromFileSystem } from './errors.js';

/** Who says that it serves this data folder; a file that says nothing readable is removed. */
export function readLockFile(dataFolder: string): { pid: number; port: number | null } | null {
  const path = join(dataFolder, 'postmaster.pid');
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!Number.isSafeInteger(pid) || pid <= 0) {
      rmSync(path, { force: true });
      return null;
    }
    return { pid, port: Number.isSafeInteger(port) && port > 0 ? port : null };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw fromFileSystem(error, path);
  }
}

/** Asked by command line: a number alone may be a zombie's, or another program's by now. */
export function isPostmasterOf(pid: number, dataFolder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataFolder);
  } catch {
    return false;
  }
}

/** Ends what a killed postmaster left behind: it holds the cluster as long as it lives. */
export function endOrphans(dataFolder: string): void {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (readlinkSync(`/proc/${name}/cwd`) !== dataFolder) continue;
      if (readFileSync(`/proc/${name}/comm`, 'utf8').trim() !== 'postgres') continue;
      process.kill(Number(name), 'SIGQUIT');
    } catch {
      // Gone meanwhile, or another user's.
    }
  }
}
