import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { killHard, startHolder } from '../test/holder-process.js';
import { query, refusal } from '../test/query.js';
import { start, temporaryDossier } from '../test/temporary-dossier.js';

test('survit à kill -9 de son parent, et le suivant le rejoint', async () => {
  const dossier = temporaryDossier();
  const parent = await startHolder(dossier);
  await query(parent.url, 'CREATE TABLE garde AS SELECT 7 AS valeur');

  await killHard(parent.child);

  expect(await query(parent.url, 'SELECT valeur FROM garde')).toEqual([{ valeur: 7 }]);
  const next = await start(dossier);
  expect(next.pid).toBe(parent.pid);
  await next.stop();
  expect(await refusal(parent.url)).toBe('ECONNREFUSED');
});

test('kill -9 du serveur pendant des écritures : repart sans aide, chaque écriture acquittée est là, une fois', async () => {
  const dossier = temporaryDossier();
  const before = await start(dossier);
  await query(before.url('etat'), 'CREATE TABLE ecriture (numero int)');
  const acknowledged: number[] = [];
  const writer = new Client({ connectionString: before.url('etat') });
  writer.on('error', () => {});
  await writer.connect();
  const writing = (async () => {
    for (let numero = 0; ; numero += 1) {
      await writer.query('INSERT INTO ecriture VALUES ($1)', [numero]);
      acknowledged.push(numero);
      if (acknowledged.length === 200) process.kill(before.pid, 'SIGKILL');
    }
  })();
  // Met while a write waits for its answer, or at the next one; each has words of its own.
  await expect(writing).rejects.toBeInstanceOf(Error);
  await before.lost;

  const after = await start(dossier);

  expect(after.pid).not.toBe(before.pid);
  const rows = await query<{ numero: number }>(
    after.url('etat'),
    'SELECT numero FROM ecriture ORDER BY numero',
  );
  const present = rows.map((row) => row.numero);
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);
  expect(present.slice(0, acknowledged.length)).toEqual(acknowledged);
  // One more may have been written without its answer having reached us; never twice.
  expect(new Set(present).size).toBe(present.length);
});

test('repart quand une longue requête survit au serveur tué', async () => {
  const dossier = temporaryDossier();
  const before = await start(dossier);
  const busy = new Client({ connectionString: before.url('etat') });
  busy.on('error', () => {});
  await busy.connect();
  const endless = busy.query('SELECT count(*) FROM generate_series(1, 1e12)').catch(() => 'ended');
  await expect
    .poll(() =>
      query(
        before.url('etat'),
        "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%1e12%' AND state = 'active' AND pid <> pg_backend_pid()",
      ),
    )
    .toHaveLength(1);

  process.kill(before.pid, 'SIGKILL');
  await before.lost;
  const after = await start(dossier);

  expect(await refusal(after.url('etat'))).toBeNull();
  expect(await endless).toBe('ended');
});

test('repart quand le numéro laissé dans postmaster.pid est celui d’un autre programme', async () => {
  const dossier = temporaryDossier();
  const before = await start(dossier);
  const path = join(dossier, 'data', 'postgres', 'postmaster.pid');
  const lock = readFileSync(path, 'utf8');
  await before.stop();
  expect(existsSync(path)).toBe(false);
  writeFileSync(path, lock.replace(/^\d+/, String(process.pid)));

  const after = await start(dossier);

  expect(await refusal(after.url('etat'))).toBeNull();
});
