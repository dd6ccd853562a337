import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, startTestSubgraph, unResponsable } from '@passerelle/subgraph/testing';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../src/app.js';
import { startService } from './service-process.js';

const SYSTEM_SERVERS = '/usr/lib/postgresql';

/** Folder of the newest PostgreSQL installed on the machine; null where there is none. */
function installedServer(): string | null {
  if (!existsSync(SYSTEM_SERVERS)) return null;
  const [newest] = readdirSync(SYSTEM_SERVERS).toSorted((a, b) => Number(b) - Number(a));
  const bin = newest && join(SYSTEM_SERVERS, newest, 'bin');
  return bin && existsSync(join(bin, 'initdb')) ? bin : null;
}

/** PostgreSQL refuses root: the machine's « nobody » runs it then. */
function unprivileged(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  return { uid: Number(nobody?.[2]), gid: Number(nobody?.[3]) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface OutsideServer {
  /** Of an ordinary role that owns its database. */
  readonly url: string;
  /** Of a role that row-level security doesn't bind; null when the server gives none. */
  readonly superuserUrl: string | null;
}

/** Another server than the embedded one of the run, made by hand as an operator would. */
async function outsideServer(): Promise<OutsideServer> {
  const bin = installedServer();
  if (bin === null) {
    console.warn(
      'aucun PostgreSQL installé : un second serveur embarqué tient lieu de serveur extérieur',
    );
    const database = await createTestDatabase();
    onTestFinished(() => database.release());
    return { url: database.url, superuserUrl: null };
  }
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-exterieur-'));
  chmodSync(folder, 0o755);
  const user = unprivileged();
  if ('uid' in user && user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: '/', stdio: 'ignore' as const };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'admin', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    options,
  );
  const ended = once(server, 'exit');
  onTestFinished(async () => {
    server.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const superuserUrl = `postgres://admin@127.0.0.1:${port}/postgres`;
  await connectWhenUp(superuserUrl, async (client) => {
    await client.query('CREATE ROLE prefecture LOGIN');
    await client.query('CREATE DATABASE prefecture OWNER prefecture');
  });
  return { url: `postgres://prefecture@127.0.0.1:${port}/prefecture`, superuserUrl };
}

async function connectWhenUp(
  url: string,
  use: (client: pg.Client) => Promise<void>,
): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    await use(client);
    return client.end();
  }
}

test('DATABASE_URL_ETAT remplace la base embarquée, avec le même code', async () => {
  const { url, superuserUrl } = await outsideServer();
  const subgraph = await startTestSubgraph({
    partenaire: 'etat',
    createApp,
    config: { databaseUrl: url },
  });
  onTestFinished(() => subgraph.stop());
  const agent = unResponsable('etat');

  const written = await subgraph.query(
    agent,
    `mutation { modifierContributionEtat(input: { engagement: "E07", avancement: 61, meteo: SOLEIL }) {
       contribution { etat avancement historique { nodes { version } } } } }`,
  );
  expect(written.errors).toEqual([]);
  expect(written.data.modifierContributionEtat.contribution).toMatchObject({
    etat: 'BROUILLON',
    avancement: 61,
  });
  const found = await subgraph.query(
    agent,
    '{ territoires(recherche: "etaples") { nodes { nom } } instances { nodes { id } } }',
  );
  expect(found.data.territoires.nodes[0].nom).toBe('Étaples');
  expect(found.data.instances.nodes).toHaveLength(27);

  if (superuserUrl !== null) {
    const service = startService({ DATABASE_URL_ETAT: superuserUrl, PORT_ETAT: '0' });
    const { port } = await service.waitFor('listening');
    await service.waitFor('database not ready');
    const pret = await fetch(`http://127.0.0.1:${String(port)}/sante/pret`);
    expect([pret.status, await pret.json()]).toMatchObject([
      503,
      { raison: expect.stringContaining('contourne la sécurité par ligne') },
    ]);
  }
});
