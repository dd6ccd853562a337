import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSigningKey } from '@passerelle/identity';
import { createTestDatabase } from '@passerelle/subgraph/testing';
import { expect, onTestFinished, test } from 'vitest';
import { startService } from './service-process.js';

async function aDatabase() {
  const database = await createTestDatabase();
  onTestFinished(() => database.release());
  return database;
}

async function uneCleDActes(): Promise<string> {
  const path = join(dossier(), 'actes.json');
  writeFileSync(path, JSON.stringify((await generateSigningKey('actes-etat-')).privee));
  return path;
}

test('en production, une clé d’actes illisible empêche de démarrer', async () => {
  const service = startService({
    NODE_ENV: 'production',
    DATABASE_URL_ETAT: 'postgres://personne@127.0.0.1:1/rien',
    JETONS_INTERNES_JWKS: '/nulle/part/jetons.json',
    ACTES_CLE: '/nulle/part/actes.json',
    ACTES_CLES: '/nulle/part/actes-publiques.json',
    PORT_ETAT: '0',
  });
  expect(await service.ended()).toBe(1);
  expect(JSON.stringify(service.log)).toMatch(/ACTES_CLE : .*ne donne pas de clé privée/);
});

const dossier = () => mkdtempSync(join(tmpdir(), 'passerelle-etat-'));

test('en production, refuse de démarrer tant qu’il manque quelque chose, et dit tout d’un coup', async () => {
  const service = startService({ NODE_ENV: 'production', DONNEES_DEMONSTRATION: 'oui' });
  expect(await service.ended()).toBe(1);
  expect(service.stderr()).toMatch(/DATABASE_URL_ETAT manque : la base embarquée est refusée/);
  expect(service.stderr()).toMatch(/JETONS_INTERNES_JWKS manque/);
  expect(service.stderr()).toMatch(/DONNEES_DEMONSTRATION=oui est refusé/);
  expect(service.stderr()).toMatch(/ACTES_CLE manque/);
  expect(service.stderr()).toMatch(/ACTES_CLES manque/);
  expect(service.stderr()).not.toMatch(/ at .*\.js/);
});

test('en production, ne remplit la base que des territoires de référence', async () => {
  const database = await aDatabase();
  const service = startService({
    NODE_ENV: 'production',
    DATABASE_URL_ETAT: database.url,
    JETONS_INTERNES_JWKS: '/nulle/part/jetons.json',
    ACTES_CLE: await uneCleDActes(),
    ACTES_CLES: '/nulle/part/actes.json',
    PORT_ETAT: '0',
  });
  await service.waitFor('database ready');
  expect(
    await database.sql(`SELECT (SELECT count(*)::int FROM territoire) AS territoires,
      (SELECT count(*)::int FROM engagement) AS engagements,
      (SELECT count(*)::int FROM instance) AS instances`),
  ).toEqual([{ territoires: 1 + 5 + 26 + 92 + 3782, engagements: 0, instances: 0 }]);
});

test('s’arrête proprement sur SIGTERM', async () => {
  const database = await aDatabase();
  const service = startService({
    DATABASE_URL_ETAT: database.url,
    PASSERELLE_DOSSIER: dossier(),
    PORT_ETAT: '0',
  });
  const { port } = await service.waitFor('listening');
  await service.waitFor('database ready');
  service.child.kill('SIGTERM');
  expect(await service.ended()).toBe(0);
  expect(service.log.at(-1)).toMatchObject({ msg: 'stopped' });
  await expect(fetch(`http://127.0.0.1:${String(port)}/sante/vivant`)).rejects.toThrow();
});

test('un port pris se dit en une phrase', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  onTestFinished(() => void other.close());
  const service = startService({ PORT_ETAT: String(port), PASSERELLE_DOSSIER: dossier() });
  expect(await service.ended()).toBe(1);
  expect(service.log.at(-1)?.msg).toBe(`Le port ${port} est déjà pris par un autre programme.`);
});

test('deux exemplaires qui démarrent ensemble ne remplissent la base qu’une fois', async () => {
  const database = await aDatabase();
  const env = { DATABASE_URL_ETAT: database.url, PASSERELLE_DOSSIER: dossier(), PORT_ETAT: '0' };
  const both = [startService(env), startService(env)];
  const ready = await Promise.all(both.map((service) => service.waitFor('database ready')));
  const migrations = ready.map((line) => Number(line['migrations'])).toSorted((a, b) => a - b);
  expect(migrations[0]).toBe(0);
  expect(migrations[1]).toBeGreaterThan(0);
  expect(
    await database.sql('SELECT count(*)::int AS n, count(DISTINCT code)::int AS d FROM engagement'),
  ).toEqual([{ n: 23, d: 23 }]);
});

test('une autre région que celle de la base est refusée, et dite', async () => {
  const database = await aDatabase();
  const env = { DATABASE_URL_ETAT: database.url, PASSERELLE_DOSSIER: dossier(), PORT_ETAT: '0' };
  const first = startService(env);
  await first.waitFor('database ready');
  const second = startService({ ...env, REGION: '53' });
  const { port } = await second.waitFor('listening');
  await second.waitFor('database not ready');
  const pret = await fetch(`http://127.0.0.1:${String(port)}/sante/pret`);
  expect(pret.status).toBe(503);
  expect(JSON.stringify(await pret.json())).toContain(
    'La base contient la région 32 et REGION demande la région 53',
  );
});
