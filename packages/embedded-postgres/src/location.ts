import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError, errnoOf, fromFileSystem } from './errors.js';
import { hasCluster } from './has-cluster.js';
import { moveTree } from './move-tree.js';
import { canRunServer, findNativeFolder, hasAllLinks, hydrateLinks } from './native-binaries.js';
import { stopOrphan } from './postmaster.js';
import { canEnter, chooseServerUser, isLent, type ServerUser } from './server-user.js';

/** Where the server's binaries and data are, and who runs them. */
export interface Location {
  readonly nativeFolder: string;
  readonly dataFolder: string;
  readonly user: ServerUser;
}

/** Readable by every user, kept across restarts, and not swept like temporary folders. */
const SYSTEM_FOLDERS = ['/var/lib/passerelle', '/opt/passerelle'];

/**
 * Chooses, once and then always alike, where the cluster lives: in `<dossier>/data` when the
 * server's user can get there, else in a system folder (root's checkout in its own 0700 home).
 */
export async function chooseLocation(dossier: string): Promise<Location> {
  const inDossier = join(dossier, 'data');
  const pointed = readPointer(dossier);
  const home = pointed ?? inDossier;
  const user = chooseServerUser(existingData(home));
  const nativeFolder = await placeBinaries(dossier, user);
  if (pointed !== null) return locate(nativeFolder, pointed, user);
  if (!isLent(user) || canEnter(user, inDossier)) return locate(nativeFolder, inDossier, user);
  return locate(nativeFolder, await moveOut(dossier, inDossier), user);
}

/** The data folder of an earlier start, or null; changes nothing. */
export function findDataFolder(dossier: string): string | null {
  return existingData(readPointer(dossier) ?? join(dossier, 'data'));
}

/** The folder outside the checkout that belongs to this data folder alone, or null. */
export function findSystemHome(dossier: string): string | null {
  return readPointer(dossier);
}

function locate(nativeFolder: string, home: string, user: ServerUser): Location {
  return { nativeFolder, dataFolder: join(home, 'postgres'), user };
}

function existingData(home: string): string | null {
  const folder = join(home, 'postgres');
  return hasCluster(folder) ? folder : null;
}

async function placeBinaries(dossier: string, user: ServerUser): Promise<string> {
  const shipped = findNativeFolder();
  try {
    hydrateLinks(shipped);
  } catch (error) {
    if (!isReadOnly(error)) throw fromFileSystem(error, shipped);
  }
  if (hasAllLinks(shipped) && canRunServer(shipped, user)) return shipped;

  const copies = isLent(user)
    ? join(systemFolder(), 'binaires')
    : join(dossier, 'data', 'binaires');
  const copy = join(copies, packageVersion(shipped), 'native');
  if (existsSync(copy) && canRunServer(copy, user)) return copy;
  copyBinaries(shipped, copy);
  if (canRunServer(copy, user)) return copy;
  throw new EmbeddedPostgresError(
    'PLATEFORME_NON_PRISE_EN_CHARGE',
    "Le PostgreSQL fourni ne s'exécute pas sur cette machine (il demande la glibc et libstdc++). Donnez l'adresse d'un serveur existant dans DATABASE_URL_ETAT, DATABASE_URL_REGION et DATABASE_URL_POLE_EMPLOI.",
  );
}

function isReadOnly(error: unknown): boolean {
  const code = errnoOf(error);
  return code === 'EACCES' || code === 'EROFS' || code === 'EPERM';
}

/** Copied beside, then renamed: an interrupted copy is never taken for a whole one. */
function copyBinaries(shipped: string, copy: string): void {
  const parent = dirname(copy);
  const partial = `${parent}.partiel`;
  try {
    makeReadableFolder(dirname(parent));
    rmSync(partial, { recursive: true, force: true });
    makeReadableFolder(partial);
    cpSync(shipped, join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
    hydrateLinks(join(partial, 'native'));
    rmSync(parent, { recursive: true, force: true });
    renameSync(partial, parent);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw fromFileSystem(error, dirname(parent));
  }
}

function packageVersion(shipped: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(dirname(shipped), 'package.json'), 'utf8'));
  const version =
    typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : null;
  return `${String(version)}-${process.arch}`;
}

/**
 * The path of `dossier` names the folder outside, so that two checkouts never share one. Without a
 * pointer, what is found there belongs to a `.passerelle` that someone has erased: it is set aside,
 * and only the last one is kept.
 */
async function moveOut(dossier: string, inDossier: string): Promise<string> {
  const name = createHash('sha256').update(realpathSync(dossier)).digest('hex').slice(0, 16);
  const home = join(systemFolder(), name);
  try {
    if (existsSync(home)) {
      await stopOrphan(join(home, 'postgres'));
      rmSync(`${home}.ancien`, { recursive: true, force: true });
      renameSync(home, `${home}.ancien`);
    }
    makeReadableFolder(home);
    const before = existingData(inDossier);
    if (before !== null) {
      await stopOrphan(before);
      moveTree(before, join(home, 'postgres'));
    }
    writeFileSync(pointerPath(dossier), `${home}\n`);
    return home;
  } catch (error) {
    throw fromFileSystem(error, home);
  }
}

function systemFolder(): string {
  let refusal: unknown;
  for (const folder of SYSTEM_FOLDERS) {
    try {
      makeReadableFolder(folder);
      return folder;
    } catch (error) {
      refusal ??= fromFileSystem(error, folder);
    }
  }
  throw refusal;
}

/** Explicit mode: root's umask may be 077, and the server's user must pass through. */
function makeReadableFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function pointerPath(dossier: string): string {
  return join(dossier, 'data', 'postgres.emplacement');
}

function readPointer(dossier: string): string | null {
  try {
    return readFileSync(pointerPath(dossier), 'utf8').trim();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw fromFileSystem(error, pointerPath(dossier));
  }
}
