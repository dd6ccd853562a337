import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf, fromFileSystem } from './errors.js';

export const SUPERUSER = 'postgres';

/** What makePassword writes; anything else is half a file, or somebody's notes. */
const PASSWORD = /^[A-Za-z0-9_-]{43}$/;

/** Password of a role, or null when none was ever made. */
export function readPassword(dossier: string, role: string): string | null {
  const path = passwordPath(dossier, role);
  try {
    const password = readFileSync(path, 'utf8').trim();
    return PASSWORD.test(password) ? password : null;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw fromFileSystem(error, path);
  }
}

/** Makes and keeps a new password: 256 random bits, readable by the current user alone. */
export function makePassword(dossier: string, role: string): string {
  const folder = join(dossier, 'secrets');
  const path = passwordPath(dossier, role);
  const password = randomBytes(32).toString('base64url');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Removed first: an existing file would keep its own, perhaps wider, mode.
    rmSync(path, { force: true });
    writeFileSync(path, `${password}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    throw fromFileSystem(error, path);
  }
  return password;
}

export function passwordPath(dossier: string, role: string): string {
  return join(dossier, 'secrets', `postgres-${role.replaceAll('_', '-')}.motdepasse`);
}
