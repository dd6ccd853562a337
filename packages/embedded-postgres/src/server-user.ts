import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.js';

/**
 * Who runs the server. PostgreSQL refuses root, so root lends it another user of the password file.
 * `identity` is empty when the current user runs it.
 */
export interface ServerUser {
  readonly identity: { uid: number; gid: number } | Record<string, never>;
}

interface PasswordEntry {
  nom: string;
  uid: number;
  gid: number;
}

/** Users to try first; no account is ever created on the host. */
const PREFERRED = ['passerelle', 'postgres', 'nobody'];

/** @param existingData - data folder of an earlier start, whose owner must run the server again */
export function chooseServerUser(existingData: string | null): ServerUser {
  if (process.getuid?.() !== 0) return { identity: {} };
  const entries = readPasswordFile();
  if (existingData !== null) {
    const { uid } = statSync(existingData);
    const owner = entries.find((entry) => entry.uid === uid);
    if (owner !== undefined && owner.uid !== 0) return lend(owner);
  }
  for (const nom of PREFERRED) {
    const entry = entries.find((candidate) => candidate.nom === nom);
    if (entry !== undefined && entry.uid !== 0) return lend(entry);
  }
  throw new EmbeddedPostgresError(
    'UTILISATEUR_INTROUVABLE',
    "PostgreSQL refuse d'être lancé par root et aucun utilisateur « postgres » ou « nobody » n'existe sur cette machine. Lancez la commande avec un autre utilisateur.",
  );
}

function lend(entry: PasswordEntry): ServerUser {
  return { identity: { uid: entry.uid, gid: entry.gid } };
}

function readPasswordFile(): PasswordEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map(([nom = '', , uid, gid]) => ({ nom, uid: Number(uid), gid: Number(gid) }));
}

/** Gives a file or folder to the server's user; nothing to do when it is the current user. */
export function giveTo(user: ServerUser, path: string): void {
  if (isLent(user)) chownSync(path, user.identity.uid, user.identity.gid);
}

export function isLent(
  user: ServerUser,
): user is ServerUser & { identity: { uid: number; gid: number } } {
  return 'uid' in user.identity;
}

/** Whether that user can enter the folder; asked of the kernel, so that ACLs count too. */
export function canEnter(user: ServerUser, folder: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], {
    cwd: '/',
    env: {},
    stdio: 'ignore',
    ...user.identity,
  });
  return probe.status === 0;
}
