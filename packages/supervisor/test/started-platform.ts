import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeEmbeddedPostgres } from '@passerelle/embedded-postgres';
import { expect, onTestFinished } from 'vitest';
import { freePorts, type ProcessSnapshot } from '../src/index.js';
import { writeMadeUpCheckout } from './made-up-checkout.js';

const FAKE_PLATFORM = fileURLToPath(new URL('./fake-platform.ts', import.meta.url));

/** Databases elsewhere: the fake services never ask them anything, and nothing is started. */
export const BASES_AILLEURS = {
  DATABASE_URL_ETAT: 'postgres://etat@127.0.0.1:1/etat',
  DATABASE_URL_REGION: 'postgres://region@127.0.0.1:1/region',
  DATABASE_URL_POLE_EMPLOI: 'postgres://pole_emploi@127.0.0.1:1/pole_emploi',
  DATABASE_URL_REGISTRE: 'postgres://registre@127.0.0.1:1/registre',
};

export interface Lieu {
  /** Under its own made-up checkout. */
  readonly dossier: string;
  readonly env: NodeJS.ProcessEnv & Awaited<ReturnType<typeof freePorts>>;
}

/** A data folder and ports for this test alone, erased afterwards with whatever runs there. */
export async function unLieu(): Promise<Lieu> {
  const home = mkdtempSync(join(tmpdir(), 'passerelle-superviseur-'));
  chmodSync(home, 0o755);
  const dossier = join(home, '.passerelle');
  writeMadeUpCheckout(home);
  onTestFinished(async () => {
    await removeEmbeddedPostgres(dossier);
    rmSync(home, { recursive: true, force: true });
  });
  const inherited = Object.entries(process.env).filter(
    ([nom]) => !/^(npm_|DATABASE_URL)/.test(nom),
  );
  const env = {
    ...Object.fromEntries(inherited),
    PASSERELLE_DOSSIER: dossier,
    FAUSSE_COPIE: home,
    ...(await freePorts()),
  };
  return { dossier, env };
}

export interface Started {
  readonly child: ChildProcess;
  /** All that was shown so far. */
  output(): string;
  /** Exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>;
}

export function launch(lieu: Lieu, extra: NodeJS.ProcessEnv = {}, args: string[] = []): Started {
  return watch(
    spawn(process.execPath, [FAKE_PLATFORM, ...args], {
      env: { ...lieu.env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

export function watch(child: ChildProcess): Started {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, output: () => output, ended: once(child, 'close').then(() => child.exitCode) };
}

/** Starts and waits for the summary. */
export async function start(
  lieu: Lieu,
  extra: NodeJS.ProcessEnv = {},
  args: string[] = [],
): Promise<Started> {
  const started = launch(lieu, extra, args);
  await untilShown(started, 'Passerelle est prête');
  return started;
}

export async function untilShown(started: Started, text: string): Promise<void> {
  await expect.poll(() => started.output(), { timeout: 60_000 }).toContain(text);
}

export function processes(lieu: Lieu): ProcessSnapshot[] {
  const state: { processus: ProcessSnapshot[] } = JSON.parse(
    readFileSync(join(lieu.dossier, 'processus.json'), 'utf8'),
  );
  return state.processus;
}

export function processOf(lieu: Lieu, nom: string): ProcessSnapshot {
  const found = processes(lieu).find((candidate) => candidate.nom === nom);
  if (found === undefined) throw new Error(`${nom} is not in processus.json`);
  return found;
}

export function pidOf(lieu: Lieu, nom: string): number {
  const { pid } = processOf(lieu, nom);
  if (pid === null) throw new Error(`${nom} does not run`);
  return pid;
}

/** Whether the process is there and not merely waiting to be buried. */
export function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
