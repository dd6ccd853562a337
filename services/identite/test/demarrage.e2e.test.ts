import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fichierCles, fichierClients, fichierComptes } from './fixtures/start-identite.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let dossier: string;

beforeEach(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'identite-'));
  mkdirSync(join(dossier, 'secrets'));
  const write = (name: string, content: unknown) =>
    writeFileSync(join(dossier, 'secrets', name), JSON.stringify(content));
  write('identite-comptes.json', fichierComptes());
  write('identite-clients.json', fichierClients());
  write('identite-cles.json', await fichierCles());
});

afterEach(() => rmSync(dossier, { recursive: true, force: true }));

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly port?: number;
}

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PASSERELLE_DOSSIER: dossier, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: Line[] = [];
  let errors = '';
  let onLine = () => {};
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part));
    onLine();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const listening = new Promise<number>((resolve, reject) => {
    onLine = () => {
      const line = lines.find(({ msg }) => msg === 'listening');
      if (line?.port !== undefined) resolve(line.port);
    };
    void ended.then((code) => reject(new Error(`ended with ${code} ${errors}`)));
  });
  listening.catch(() => {});
  return { child, lines, ended, listening, stderr: () => errors };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}

describe('le démarrage', () => {
  test('écoute, puis s’arrête proprement à SIGTERM', async () => {
    const port = await freePort();
    const service = start({ PORT_IDENTITE: String(port) });
    expect(await service.listening).toBe(port);
    const response = await fetch(`http://127.0.0.1:${port}/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({ issuer: `http://127.0.0.1:${port}` });
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(service.stderr()).toBe('');
  });

  test('est refusé en production, en le disant', async () => {
    const service = start({ NODE_ENV: 'production' });
    expect(await service.ended).toBe(1);
    const text = service.lines.map(({ msg }) => msg).join('\n');
    expect(text).toContain('il ne démarre jamais en production');
    expect(text).toContain('OIDC_EMETTEUR');
    expect(text).not.toContain('listening');
  });

  test('dit d’un coup tout ce qui manque', async () => {
    const service = start({
      NODE_ENV: 'production',
      PORT_IDENTITE: 'abc',
      IDENTITE_COMPTES: '/nulle/part.json',
      IDENTITE_CLIENTS: join(dossier, 'secrets', 'identite-cles.json'),
    });
    expect(await service.ended).toBe(1);
    const problemes = service.lines.map(({ msg }) => msg);
    expect(problemes).toEqual([
      expect.stringContaining('production'),
      expect.stringContaining('OIDC_EMETTEUR'),
      expect.stringContaining('PORT_IDENTITE'),
      expect.stringContaining(
        'IDENTITE_COMPTES : le fichier /nulle/part.json ne peut pas être lu (ENOENT)',
      ),
      expect.stringContaining('IDENTITE_CLIENTS : le contenu de'),
    ]);
  });

  test('nomme le port déjà pris et sa variable', async () => {
    const first = start({ PORT_IDENTITE: String(await freePort()) });
    const port = await first.listening;
    const second = start({ PORT_IDENTITE: String(port) });
    expect(await second.ended).toBe(1);
    expect(second.lines.at(-1)?.msg).toBe(
      `Le port ${port} (PORT_IDENTITE) est déjà pris par un autre programme.`,
    );
    first.child.kill('SIGTERM');
    await first.ended;
  });
});
