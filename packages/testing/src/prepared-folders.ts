import { execFile } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PORTS } from '@passerelle/supervisor';
import { z } from 'zod';

/** Where a run of tests keeps its prepared folders; without it every start is a first one. */
export const VARIABLE_DES_MODELES = 'PASSERELLE_MODELES';

/** Platforms that run at once; one more has a first start of its own. */
const PLACES = 4;
/** Below those that `freePorts` chooses among, and without any that a browser refuses. */
const LOWEST_PORT = 7_000;
/** Each place chooses among its own: those of a place at rest are free, and must not be taken. */
const PORTS_PER_PLACE = 700;
const ATTEMPTS = 400;

export type Ports = Readonly<Record<(typeof PORTS)[keyof typeof PORTS]['variable'], string>>;

const portsSchema = z.object({
  PORT: z.string(),
  PORT_ADMIN: z.string(),
  PORT_IDENTITE: z.string(),
  PORT_REGISTRE: z.string(),
  PORT_ETAT: z.string(),
  PORT_REGION: z.string(),
  PORT_POLE_EMPLOI: z.string(),
  PORT_POSTGRES: z.string(),
});

/** A data folder that a first start has filled, and the ports at which it published its addresses. */
export interface Place {
  readonly ports: Ports;
  /** False until `keep`: the first platform of the place makes the data. */
  isPrepared(): boolean;
  /** Keeps a stopped platform's folder for the starts to come. */
  keep(dossier: string): Promise<void>;
  /** Fills a new folder with what was kept. */
  copyTo(dossier: string): Promise<void>;
  /** Nobody else has the place, nor its ports, until then. */
  release(): Promise<void>;
}

/**
 * A place of its own for one platform, among those of this run.
 *
 * What depends on a port was published with it, so each place keeps its ports: a start from its copy
 * is a second `npm start`, with nothing to publish again.
 *
 * @param models - folder of the run; it is never one that an earlier build has filled
 * @returns null when every place is taken, or its ports are
 */
export async function takePlace(models: string, taille: string): Promise<Place | null> {
  for (let numero = 1; numero <= PLACES; numero += 1) {
    const folder = join(models, `${taille}-${numero}`);
    const lock = await listen(lockName(folder));
    if (lock === null) continue;
    const kept = readPorts(folder);
    const ports = kept ?? (await choosePorts(numero));
    if (ports === null || !(await areFree(ports))) {
      await close(lock);
      continue;
    }
    return {
      ports,
      isPrepared: () => readPorts(folder) !== null,
      async keep(dossier) {
        // Of a home that PostgreSQL's user cannot enter, the data are elsewhere and tied to its path.
        if (existsSync(join(dossier, 'data', 'postgres.emplacement'))) return;
        const partial = `${folder}.partiel`;
        rmSync(partial, { recursive: true, force: true });
        mkdirSync(partial, { recursive: true });
        await copy(dossier, join(partial, 'dossier'));
        // What the first start told is its own.
        rmSync(join(partial, 'dossier', 'logs'), { recursive: true, force: true });
        writeFileSync(join(partial, 'ports.json'), JSON.stringify(ports));
        renameSync(partial, folder);
      },
      copyTo: (dossier) => copy(`${join(folder, 'dossier')}/.`, dossier),
      release: () => close(lock),
    };
  }
  return null;
}

/** Files keep their owner: PostgreSQL's may be another user's. */
async function copy(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
}

function readPorts(folder: string): Ports | null {
  const path = join(folder, 'ports.json');
  return existsSync(path) ? portsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

async function choosePorts(numero: number): Promise<Ports | null> {
  const lowest = LOWEST_PORT + (numero - 1) * PORTS_PER_PLACE;
  const held: Server[] = [];
  const take = async (): Promise<string> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const port = lowest + randomInt(PORTS_PER_PLACE);
      const server = await listen({ host: '127.0.0.1', port, exclusive: true });
      if (server === null) continue;
      held.push(server);
      return String(port);
    }
    return '';
  };
  try {
    const ports: Ports = {
      PORT: await take(),
      PORT_ADMIN: await take(),
      PORT_IDENTITE: await take(),
      PORT_REGISTRE: await take(),
      PORT_ETAT: await take(),
      PORT_REGION: await take(),
      PORT_POLE_EMPLOI: await take(),
      PORT_POSTGRES: await take(),
    };
    return Object.values(ports).includes('') ? null : ports;
  } finally {
    await Promise.all(held.map(close));
  }
}

async function areFree(ports: Ports): Promise<boolean> {
  const servers = await Promise.all(
    Object.values(ports).map((port) =>
      listen({ host: '127.0.0.1', port: Number(port), exclusive: true }),
    ),
  );
  const listening = servers.filter((server) => server !== null);
  await Promise.all(listening.map(close));
  return listening.length === servers.length;
}

function lockName(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return `\0passerelle-modele-${digest}`;
}

/** A name of Linux's abstract space is freed by the kernel when its holder dies. */
function listen(
  where: string | { host: string; port: number; exclusive: boolean },
): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(null));
    server.listen(where, () => {
      server.unref();
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
