import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EmbeddedPostgres } from '../src/index.js';
import { ensureEmbeddedPostgres, removeEmbeddedPostgres } from '../src/index.js';

/** A data folder of this test alone; its server is stopped and its files erased afterwards. */
export function temporaryDossier({ mode = 0o755 }: { mode?: number } = {}): string {
  const dossier = makeDossier(mode);
  onTestFinished(() => eraseDossier(dossier));
  return dossier;
}

/** For a cluster that several tests only read; erase it with `eraseDossier`. */
export function makeDossier(mode = 0o755): string {
  const home = mkdtempSync(join(tmpdir(), 'passerelle-postgres-'));
  chmodSync(home, mode);
  const dossier = join(home, '.passerelle');
  mkdirSync(dossier);
  return dossier;
}

export async function eraseDossier(dossier: string): Promise<void> {
  await removeEmbeddedPostgres(dossier);
  rmSync(dirname(dossier), { recursive: true, force: true });
}

export function start(
  dossier: string,
  { port = 0, bases = ['etat', 'region', 'pole_emploi'] }: { port?: number; bases?: string[] } = {},
): Promise<EmbeddedPostgres> {
  return ensureEmbeddedPostgres({ dossier, port, bases });
}
