import { mkdirSync, realpathSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { join, resolve } from 'node:path';
import type { Client } from 'pg';
import { EmbeddedPostgresError, errnoOf, fromFileSystem } from './errors.js';
import { freePorts } from './free-port.js';
import { hasCluster } from './has-cluster.js';
import { initialiseCluster } from './initialise-cluster.js';
import { chooseLocation, type Location } from './location.js';
import { checkBaseName, ensurePartnerDatabases } from './partner-databases.js';
import { makePassword, readPassword, SUPERUSER } from './password-files.js';
import {
  findLiveServer,
  type LiveServer,
  startPostmaster,
  stopPostmaster,
  superuserClient,
} from './postmaster.js';
import { passwordLost, portTaken } from './start-failure.js';
import { withStartLock } from './start-lock.js';

export interface EmbeddedPostgresOptions {
  /** Folder for everything written at run time: `data/`, `logs/`, `secrets/` are made in it. */
  dossier: string;
  /** TCP port on 127.0.0.1; 0 takes a free one. A server already alive keeps its own port. */
  port: number;
  /** Databases to have, each with the role of the same name. */
  bases: readonly string[];
}

export interface EmbeddedPostgres {
  /** Process of the server. */
  readonly pid: number;
  /** The port that it really listens on. */
  readonly port: number;
  /** `postgres://role:password@127.0.0.1:port/base`, for one of the `bases` asked for. */
  url(base: string): string;
  /** Settles when the server is gone without `stop`; ask again for a server then. */
  readonly lost: Promise<void>;
  /**
   * Lets go of the server. The last one to let go stops it and waits for its end; with
   * `{ force: true }` it is stopped even though other programs still hold it.
   */
  stop(options?: { force?: boolean }): Promise<void>;
}

/** Everyone who holds the server keeps one connection under this name: the kernel counts for us. */
const HOLDER = 'passerelle-titulaire';

/**
 * Gives a running PostgreSQL with the databases asked for: makes the cluster at the first call,
 * starts the server, or joins the one already alive for this `dossier`.
 *
 * @throws EmbeddedPostgresError with a French sentence for the person at the keyboard
 */
export async function ensureEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  for (const base of options.bases) checkBaseName(base);
  const dossier = prepareFolders(resolve(options.dossier));
  return withStartLock(dossier, async () => {
    const location = await chooseLocation(dossier);
    const { server, password, started } = await serve(dossier, location, options.port);
    try {
      const holder = await hold(server.port, password);
      const passwords = await ensurePartnerDatabases(holder.client, dossier, options.bases);
      return handle({ dossier, location, server, holder, passwords });
    } catch (error) {
      if (started) await stopPostmaster(server.pid, location.dataFolder);
      throw error;
    }
  });
}

function prepareFolders(dossier: string): string {
  try {
    mkdirSync(join(dossier, 'data'), { recursive: true });
    mkdirSync(join(dossier, 'secrets'), { recursive: true, mode: 0o700 });
    // One name per folder, whatever the path taken: the start lock depends on it.
    return realpathSync(dossier);
  } catch (error) {
    throw fromFileSystem(error, dossier);
  }
}

async function serve(
  dossier: string,
  location: Location,
  port: number,
): Promise<{ server: LiveServer; password: string; started: boolean }> {
  const { dataFolder } = location;
  let password = readPassword(dossier, SUPERUSER);
  if (hasCluster(dataFolder)) {
    if (password === null) throw passwordLost();
    const live = await findLiveServer(dataFolder, password);
    if (live !== null) return { server: live, password, started: false };
  }
  // Before the cluster is made: nothing is left behind when the port is taken.
  const free = await choosePort(port);
  if (!hasCluster(dataFolder)) {
    password = makePassword(dossier, SUPERUSER);
    await initialiseCluster(location, password);
  }
  if (password === null) throw passwordLost();
  const logs = join(dossier, 'logs');
  const server = await startPostmaster({ location, port: free, password, logs });
  return { server, password, started: true };
}

async function choosePort(port: number): Promise<number> {
  if (port === 0) {
    const [chosen = 0] = await freePorts(1);
    return chosen;
  }
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      reject(errnoOf(error) === 'EADDRINUSE' ? portTaken(port) : error);
    });
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      probe.close(() => resolvePort(port));
    });
  });
}

interface Holder {
  client: Client;
  lost: Promise<void>;
}

async function hold(port: number, password: string): Promise<Holder> {
  const socket = new Socket();
  const client = superuserClient(port, password, HOLDER, socket);
  const lost = new Promise<void>((resolveLost) => {
    client.once('end', () => resolveLost());
    client.on('error', () => resolveLost());
  });
  await client.connect();
  // Holding must not by itself keep a program alive.
  socket.unref();
  return { client, lost };
}

function handle(o: {
  dossier: string;
  location: Location;
  server: LiveServer;
  holder: Holder;
  passwords: Map<string, string>;
}): EmbeddedPostgres {
  const { dossier, location, server, holder, passwords } = o;
  let stopping: Promise<void> | null = null;
  return {
    pid: server.pid,
    port: server.port,
    url(base) {
      const password = passwords.get(base);
      if (password === undefined) {
        throw new EmbeddedPostgresError(
          'BASE_INVALIDE',
          `La base « ${base} » n'a pas été demandée.`,
        );
      }
      return `postgres://${base}:${password}@127.0.0.1:${server.port}/${base}`;
    },
    lost: holder.lost.then(() =>
      // Our own stop closes the holder too: that is no loss.
      stopping === null ? undefined : new Promise<void>(() => {}),
    ),
    stop({ force = false } = {}) {
      stopping ??= withStartLock(dossier, async () => {
        const isLast = force || !(await isHeldByOthers(holder.client));
        await holder.client.end().catch(() => {});
        if (isLast) await stopPostmaster(server.pid, location.dataFolder);
      });
      return stopping;
    },
  };
}

async function isHeldByOthers(client: Client): Promise<boolean> {
  try {
    const others = await client.query(
      'SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid() LIMIT 1',
      [HOLDER],
    );
    return others.rowCount !== 0;
  } catch {
    // The server is gone, or our connection to it: then nobody is known to hold it.
    return false;
  }
}
