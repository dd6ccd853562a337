import { spawn } from 'node:child_process';
import { closeSync, fstatSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { errnoOf, fromFileSystem } from './errors.js';
import type { Location } from './location.js';
import { SUPERUSER } from './password-files.js';
import { openLog, readFrom } from './server-log.js';
import { endOrphans, isPostmasterOf, readLockFile } from './server-processes.js';
import { cannotStart, explain, passwordLost, type StartFailure } from './start-failure.js';

/** A server that answers. */
export interface LiveServer {
  readonly pid: number;
  readonly port: number;
}

const POLL_MS = 20;
/** Generous: a machine that runs many things answers late, and a start must not fail for that. */
const CONNECT_TIMEOUT_MS = 10_000;
/** Recovery after a crash replays what was acknowledged, and may take a while. */
const READY_DEADLINE_MS = 120_000;
/** How long the orphans of a killed postmaster may hold the cluster. */
const RETRY_DEADLINE_MS = 20_000;
const ORPHANS_ARE_ENDED_AFTER_MS = 2_000;

/** Fast shutdown, then immediate, then none: together well under the ten seconds of a stop. */
const STOP_STEPS: readonly { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: 'SIGINT', waitMs: 2_500 },
  { signal: 'SIGQUIT', waitMs: 1_000 },
  { signal: 'SIGKILL', waitMs: 500 },
];

/**
 * The server that already serves this data folder, or null. A lock file left by a killed server is
 * removed, also when its number has since been given to another process: left alone, PostgreSQL
 * would refuse to start until someone helps.
 */
export async function findLiveServer(
  dataFolder: string,
  password: string,
): Promise<LiveServer | null> {
  const giveUpAt = Date.now() + READY_DEADLINE_MS;
  for (;;) {
    const found = readLockFile(dataFolder);
    if (found === null) return null;
    if (!isPostmasterOf(found.pid, dataFolder)) {
      rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
      return null;
    }
    // Alive, but perhaps still starting or already stopping.
    if (found.port !== null && (await answers(found.port, password))) {
      return { pid: found.pid, port: found.port };
    }
    if (Date.now() > giveUpAt) throw cannotStart(`le serveur ${found.pid} ne répond pas`);
    await delay(POLL_MS);
  }
}

/** Starts the server, detached, so that it outlives a killed parent and ignores its Ctrl-C. */
export async function startPostmaster(o: {
  location: Location;
  port: number;
  password: string;
  logs: string;
}): Promise<LiveServer> {
  const since = Date.now();
  for (;;) {
    const outcome = await tryStart(o);
    if (outcome.kind === 'ready') return outcome.server;
    const elapsed = Date.now() - since;
    if (outcome.kind === 'refused' || elapsed > RETRY_DEADLINE_MS) throw outcome.error;
    // The children of a killed postmaster leave by themselves, unless busy in a long query.
    if (elapsed > ORPHANS_ARE_ENDED_AFTER_MS) endOrphans(o.location.dataFolder);
    await delay(100);
  }
}

/** Stops the server and waits until the process is gone. */
export async function stopPostmaster(pid: number, dataFolder: string): Promise<void> {
  for (const { signal, waitMs } of STOP_STEPS) {
    if (!isPostmasterOf(pid, dataFolder)) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (errnoOf(error) === 'ESRCH') return;
      throw fromFileSystem(error, dataFolder);
    }
    const until = Date.now() + waitMs;
    while (Date.now() < until && isPostmasterOf(pid, dataFolder)) await delay(POLL_MS);
  }
}

/** Stops whatever still serves a data folder that nobody holds; does nothing when none does. */
export async function stopOrphan(dataFolder: string): Promise<void> {
  const found = readLockFile(dataFolder);
  if (found !== null) await stopPostmaster(found.pid, dataFolder);
}

export function superuserClient(
  port: number,
  password: string,
  applicationName: string,
  socket: Socket = new Socket(),
): Client {
  return new Client({
    stream: () => socket,
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
}

type Outcome = { kind: 'ready'; server: LiveServer } | StartFailure;

async function tryStart(o: {
  location: Location;
  port: number;
  password: string;
  logs: string;
}): Promise<Outcome> {
  const log = openLog(o.logs);
  const startOfLog = fstatSync(log).size;
  let pid: number | undefined;
  try {
    const child = spawn(
      join(o.location.nativeFolder, 'bin', 'postgres'),
      serverArguments(o.location.dataFolder, o.port),
      {
        cwd: '/',
        detached: true,
        env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        stdio: ['ignore', log, log],
        ...o.location.user.identity,
      },
    );
    let failure: Error | null = null;
    child.once('error', (error) => {
      failure = error;
    });
    child.unref();
    pid = child.pid;
    const giveUpAt = Date.now() + READY_DEADLINE_MS;
    for (;;) {
      if (failure !== null) return { kind: 'refused', error: cannotStart(String(failure)) };
      if (child.exitCode !== null || child.signalCode !== null) {
        return explain(readFrom(o.logs, startOfLog), o);
      }
      if (pid !== undefined && (await answers(o.port, o.password))) {
        return { kind: 'ready', server: { pid, port: o.port } };
      }
      if (Date.now() > giveUpAt) throw cannotStart('aucune réponse du serveur');
      await delay(POLL_MS);
    }
  } catch (error) {
    // Detached, it would outlive a start that was refused.
    if (pid !== undefined) await stopPostmaster(pid, o.location.dataFolder);
    throw error;
  } finally {
    closeSync(log);
  }
}

/** On the command line, where they win over the file: no edited file opens the server to others. */
function serverArguments(dataFolder: string, port: number): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'max_connections=100',
    'password_encryption=scram-sha-256',
    'synchronous_commit=on',
    'fsync=on',
    'full_page_writes=on',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'log_line_prefix=%m [%p] %d ',
    // Statements may carry personal data.
    'log_min_error_statement=panic',
    'log_parameter_max_length=0',
  ];
  return ['-D', dataFolder, ...settings.flatMap((setting) => ['-c', setting])];
}

/**
 * @throws MOT_DE_PASSE_PERDU when the server that serves our data refuses our password
 */
async function answers(port: number, password: string): Promise<boolean> {
  const client = superuserClient(port, password, 'passerelle-sonde');
  // A server killed between two messages would otherwise end this process.
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (errnoOf(error) === '28P01') throw passwordLost(error);
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
