import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromFileSystem } from '../start-refusal.js';
import { CANAL_SERVI } from './offers.js';

/** Where the gateway keeps what it serves, so that it starts without the registry. */
const FOLDER = 'passerelle';

export function hasKeptPublication(dossier: string): boolean {
  return existsSync(join(dossier, FOLDER, CANAL_SERVI, 'publication.jws'));
}

/** A new registry counts from 1 again: the gateway would refuse it as older than what it keeps. */
export function forgetKeptPublication(dossier: string): void {
  const path = join(dossier, FOLDER);
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    throw fromFileSystem(error, path);
  }
}
