import { expect, onTestFinished, test } from 'vitest';
import { sqlWriterOf } from '../src/database/sql-writer.js';
import { createTestDatabase } from '../src/testing/index.js';
import { startHouseDatabase } from './house-database.js';

test('deux écritures qui s’attendent l’une l’autre passent toutes deux, chacune une fois', async () => {
  const { url, release } = await createTestDatabase();
  onTestFinished(release);
  const database = await startHouseDatabase('etat', url);
  onTestFinished(() => database.stop());
  await database.write('systeme', (manager) =>
    sqlWriterOf(manager).query('CREATE TABLE passage (qui text NOT NULL)'),
  );

  let holding = 0;
  let open: (() => void) | undefined;
  const bothHold = new Promise<void>((resolve) => {
    open = resolve;
  });
  let calls = 0;
  const ecrire = (qui: string, [premier, second]: readonly [number, number]) =>
    database.write('systeme', async (manager) => {
      calls += 1;
      const sql = sqlWriterOf(manager);
      await sql.query('SELECT pg_advisory_xact_lock($1)', [premier]);
      holding += 1;
      if (holding === 2) open?.();
      await bothHold;
      await sql.query('INSERT INTO passage VALUES ($1)', [qui]);
      await sql.query('SELECT pg_advisory_xact_lock($1)', [second]);
    });
  await Promise.all([ecrire('a', [1, 2]), ecrire('b', [2, 1])]);

  expect(calls).toBe(3);
  const lus = await database.write('systeme', (manager) =>
    sqlWriterOf(manager).query<{ qui: string }>('SELECT qui FROM passage ORDER BY qui'),
  );
  expect(lus).toEqual([{ qui: 'a' }, { qui: 'b' }]);
});
