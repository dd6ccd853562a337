import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const PORTS = [
  'PORT',
  'PORT_ADMIN',
  'PORT_IDENTITE',
  'PORT_REGISTRE',
  'PORT_ETAT',
  'PORT_REGION',
  'PORT_POLE_EMPLOI',
  'PORT_POSTGRES',
];
const PATIENCE_MS = 5_000;
/** pnpm's own guard of the last suite ends an instant after it; what stays longer was left. */
const FIN_MS = 5_000;

/** A data folder and ports of their own: the tests may run beside `npm start`. */
export async function createSurroundings() {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-essais-'));
  // Reachable by the unprivileged user that runs PostgreSQL for root.
  chmodSync(dossier, 0o755);
  return {
    dossier,
    env: {
      PASSERELLE_DOSSIER: dossier,
      // What a first start of the platform makes, for the other starts of this run.
      PASSERELLE_MODELES: join(dossier, 'modeles'),
      ...(await freePorts()),
    },
    /** Ends what the tests left running and erases the folder; returns what was left. */
    async close() {
      await gone(dossier, FIN_MS);
      const left = processesOf(dossier);
      for (const { pid } of left) signal(pid, 'SIGTERM');
      await gone(dossier, PATIENCE_MS);
      for (const { pid } of processesOf(dossier)) signal(pid, 'SIGKILL');
      // Where PostgreSQL's files went, if its user could not reach the folder.
      const elsewhere = read(join(dossier, 'data', 'postgres.emplacement')).trim();
      if (elsewhere !== '') rmSync(elsewhere, { recursive: true, force: true });
      rmSync(dossier, { recursive: true, force: true });
      return left.map(({ command }) => command);
    },
  };
}

/**
 * Outside the range from which the kernel serves outgoing connections: one of these could otherwise
 * take a port before its test does. All are held until the last is known.
 */
async function freePorts() {
  const servers = [];
  while (servers.length < PORTS.length) {
    const server = await listen(randomInt(10_000, ephemeralStart())).catch(() => null);
    if (server !== null) servers.push(server);
  }
  const ports = Object.fromEntries(
    PORTS.map((name, index) => [name, String(servers[index].address().port)]),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function ephemeralStart() {
  return Math.max(
    20_000,
    Number(read('/proc/sys/net/ipv4/ip_local_port_range').split(/\s/)[0]) || 32_768,
  );
}

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** When no program of this folder is left, or the time is over. */
async function gone(dossier, delaiMs) {
  const giveUpAt = Date.now() + delaiMs;
  while (processesOf(dossier).length > 0 && Date.now() < giveUpAt) await delay(50);
}

/** Programs that were given this folder, in their arguments or in their environment. */
function processesOf(dossier) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`);
      const isOurs = command.includes(dossier) || read(`/proc/${pid}/environ`).includes(dossier);
      return isOurs && command !== ''
        ? [{ pid: Number(pid), command: command.replaceAll('\0', ' ').trim() }]
        : [];
    });
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Gone meanwhile.
  }
}
