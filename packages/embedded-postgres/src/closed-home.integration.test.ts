import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { query, refusal } from '../test/query.js';
import { start, temporaryDossier } from '../test/temporary-dossier.js';
import { removeEmbeddedPostgres } from './index.js';

/** Root lends the server another user, who cannot enter a 0700 home; anyone else can in their own. */
const isRoot = process.getuid?.() === 0;

function outsideFolder(dossier: string): string {
  return readFileSync(join(dossier, 'data', 'postgres.emplacement'), 'utf8').trim();
}

test('démarre dans un dossier personnel fermé (0700), y retrouve ses données, et les efface', async () => {
  const dossier = temporaryDossier({ mode: 0o700 });
  const first = await start(dossier);
  await query(first.url('etat'), 'CREATE TABLE garde AS SELECT 7 AS valeur');
  await first.stop();

  const second = await start(dossier);

  expect(await query(second.url('etat'), 'SELECT valeur FROM garde')).toEqual([{ valeur: 7 }]);
  const data = isRoot ? outsideFolder(dossier) : join(dossier, 'data');
  expect(existsSync(join(data, 'postgres', 'PG_VERSION'))).toBe(true);
  await second.stop();
  await removeEmbeddedPostgres(dossier);
  expect(existsSync(join(data, 'postgres'))).toBe(false);
});

test('garde les données quand le dossier personnel est fermé après coup', async () => {
  const dossier = temporaryDossier();
  const open = await start(dossier);
  await query(open.url('etat'), 'CREATE TABLE garde AS SELECT 7 AS valeur');
  await open.stop();
  chmodSync(dirname(dossier), 0o700);

  const closed = await start(dossier);

  expect(await query(closed.url('etat'), 'SELECT valeur FROM garde')).toEqual([{ valeur: 7 }]);
});

test('un dossier effacé à la main repart de zéro, sans l’ancien serveur', async () => {
  const dossier = temporaryDossier({ mode: 0o700 });
  const before = await start(dossier, { port: 0 });
  const { port } = before;
  const outside = isRoot ? outsideFolder(dossier) : null;
  onTestFinished(() => {
    if (outside !== null) rmSync(`${outside}.ancien`, { recursive: true, force: true });
  });
  // Without root the data leave with the folder: PostgreSQL would need a minute to notice.
  if (!isRoot) await before.stop();
  rmSync(dossier, { recursive: true });
  mkdirSync(dossier);

  const after = await start(dossier, { port });

  expect(after.pid).not.toBe(before.pid);
  expect(after.port).toBe(port);
  expect(await refusal(after.url('etat'))).toBeNull();
});
