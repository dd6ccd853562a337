import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the PostgreSQL server that the tests of this run share. */
    dossierPostgres: string;
  }
}

/** One PostgreSQL server per run; each test file makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-subgraph-'));
  // The server may run under another user than the tests.
  chmodSync(dossier, 0o755);
  // In a process of its own: the runner that loads this file can't resolve the server's binaries.
  const script = fileURLToPath(new URL('./hold-postgres.js', import.meta.url));
  const holder = fork(script, [dossier], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(holder, 'exit');
  const ready = await Promise.race([once(holder, 'message'), exited.then(() => null)]);
  if (ready === null) throw new Error('the PostgreSQL server of the tests did not start');
  project.provide('dossierPostgres', dossier);
  return async () => {
    holder.disconnect();
    await exited;
    rmSync(dossier, { recursive: true, force: true });
  };
}
