import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killHard, startHolder } from '../test/holder-process.js';
import { query, refusal } from '../test/query.js';
import { start, temporaryDossier } from '../test/temporary-dossier.js';
import { removeEmbeddedPostgres } from './index.js';

test('garde les données d’un démarrage à l’autre, et sert une base demandée plus tard', async () => {
  const dossier = temporaryDossier();
  const first = await start(dossier, { bases: ['etat'] });
  await query(first.url('etat'), 'CREATE TABLE garde AS SELECT 7 AS valeur');
  await first.stop();
  expect(await refusal(first.url('etat'))).toBe('ECONNREFUSED');

  const second = await start(dossier, { bases: ['etat', 'region'] });

  expect(await query(second.url('etat'), 'SELECT valeur FROM garde')).toEqual([{ valeur: 7 }]);
  expect(await refusal(second.url('region'))).toBeNull();
});

test('rejoint le serveur déjà en marche ; seul le dernier à le lâcher l’arrête', async () => {
  const dossier = temporaryDossier();
  const first = await start(dossier);
  const second = await start(dossier);

  expect(second.pid).toBe(first.pid);
  expect(second.port).toBe(first.port);
  await first.stop();
  expect(await refusal(second.url('etat'))).toBeNull();
  await second.stop();
  expect(await refusal(second.url('etat'))).toBe('ECONNREFUSED');
});

test('peut arrêter le serveur même tenu par d’autres, qui l’apprennent', async () => {
  const dossier = temporaryDossier();
  const first = await start(dossier);
  const second = await start(dossier);

  await second.stop({ force: true });

  expect(await refusal(second.url('etat'))).toBe('ECONNREFUSED');
  await expect(first.lost).resolves.toBeUndefined();
  await first.stop();
});

test('deux programmes qui démarrent ensemble ont le même serveur', async () => {
  const dossier = temporaryDossier();

  const [first, second, here] = await Promise.all([
    startHolder(dossier, 'etat'),
    startHolder(dossier, 'region'),
    start(dossier),
  ]);

  expect([first.pid, second.pid]).toEqual([here.pid, here.pid]);
  expect(await refusal(first.url)).toBeNull();
  expect(await refusal(second.url)).toBeNull();
  await killHard(first.child);
  await killHard(second.child);
});

test('un port pris par un autre programme est nommé, et rien n’est commencé', async () => {
  const dossier = temporaryDossier();
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

  try {
    await expect(start(dossier, { port })).rejects.toMatchObject({
      code: 'PORT_OCCUPE',
      message: expect.stringMatching(new RegExp(`Le port ${port} .*PORT_POSTGRES`)),
    });
    expect(readdirSync(join(dossier, 'data'))).toEqual([]);
    expect(readdirSync(join(dossier, 'secrets'))).toEqual([]);
  } finally {
    other.close();
  }
});

test('un dossier où l’on ne peut pas écrire est nommé', async () => {
  // Even root may not create anything there.
  await expect(start('/sys/passerelle')).rejects.toMatchObject({
    code: 'PERMISSION_REFUSEE',
    message: expect.stringContaining('/sys/passerelle'),
  });
});

test('refuse un nom de base qui demanderait des guillemets, ou qui est celui du serveur', async () => {
  const dossier = temporaryDossier();

  for (const base of ['Etat', 'pole-emploi', 'x"; DROP', '', 'postgres', 'template1', 'pg_etat']) {
    await expect(start(dossier, { bases: [base] })).rejects.toMatchObject({
      code: 'BASE_INVALIDE',
    });
  }
});

test('sans les mots de passe, dit ce qui manque au lieu de recommencer par-dessus les données', async () => {
  const dossier = temporaryDossier();
  const postgres = await start(dossier);
  await postgres.stop();
  rmSync(join(dossier, 'secrets'), { recursive: true });

  await expect(start(dossier)).rejects.toMatchObject({ code: 'MOT_DE_PASSE_PERDU' });

  expect(existsSync(join(dossier, 'data', 'postgres', 'PG_VERSION'))).toBe(true);
});

test('un mot de passe du serveur qui ne correspond pas est dit, sans laisser de serveur', async () => {
  const dossier = temporaryDossier();
  const postgres = await start(dossier);
  await postgres.stop();
  const other = 'x'.repeat(43);
  writeFileSync(join(dossier, 'secrets', 'postgres-postgres.motdepasse'), other);

  await expect(start(dossier)).rejects.toMatchObject({ code: 'MOT_DE_PASSE_PERDU' });

  expect(existsSync(join(dossier, 'data', 'postgres', 'postmaster.pid'))).toBe(false);
});

test.for([
  ['coupé', 'abc'],
  ['remplacé', 'x'.repeat(43)],
])('un mot de passe de rôle %s vaut de nouveau au démarrage suivant', async ([, content]) => {
  const dossier = temporaryDossier();
  const before = await start(dossier);
  await before.stop();
  writeFileSync(join(dossier, 'secrets', 'postgres-etat.motdepasse'), content ?? '');

  const after = await start(dossier);

  expect(await refusal(after.url('etat'))).toBeNull();
});

test('un rôle créé sans mot de passe par un premier démarrage interrompu en reçoit un', async () => {
  const dossier = temporaryDossier();
  const before = await start(dossier);
  await query(superuserUrl(dossier, before.port), 'ALTER ROLE etat PASSWORD NULL');
  expect(await refusal(before.url('etat'))).toBe('28P01');
  await before.stop();

  const after = await start(dossier);

  expect(await refusal(after.url('etat'))).toBeNull();
});

test('ce qui reste d’un cluster abîmé est mis de côté, jamais effacé', async () => {
  const dossier = temporaryDossier();
  const before = await start(dossier);
  await before.stop();
  rmSync(join(dossier, 'data', 'postgres', 'PG_VERSION'));

  const after = await start(dossier);

  expect(await refusal(after.url('etat'))).toBeNull();
  expect(existsSync(join(dossier, 'data', 'postgres.ancien', 'base'))).toBe(true);
});

test('refait le mot de passe d’un rôle dont le fichier manque', async () => {
  const dossier = temporaryDossier();
  const before = await start(dossier);
  const oldUrl = before.url('etat');
  await before.stop();
  rmSync(join(dossier, 'secrets', 'postgres-etat.motdepasse'));

  const after = await start(dossier, { port: before.port });

  expect(after.url('etat')).not.toBe(oldUrl);
  expect(await refusal(after.url('etat'))).toBeNull();
  expect(await refusal(oldUrl)).toBe('28P01');
});

test('efface tout sur demande, serveur en marche compris, et repart de zéro', async () => {
  const dossier = temporaryDossier();
  const first = await start(dossier);
  await query(first.url('etat'), 'CREATE TABLE ancienne ()');

  await removeEmbeddedPostgres(dossier);

  expect(await refusal(first.url('etat'))).toBe('ECONNREFUSED');
  expect(readdirSync(join(dossier, 'secrets'))).toEqual([]);
  const second = await start(dossier);
  expect(await query(second.url('etat'), "SELECT to_regclass('ancienne') AS t")).toEqual([
    { t: null },
  ]);
});

function superuserUrl(dossier: string, port: number): string {
  const path = join(dossier, 'secrets', 'postgres-postgres.motdepasse');
  return `postgres://postgres:${readFileSync(path, 'utf8').trim()}@127.0.0.1:${port}/postgres`;
}
