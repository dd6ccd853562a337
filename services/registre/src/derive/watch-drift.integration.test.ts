import { empreinteDuSchema } from '@passerelle/publication';
import { createTestDatabase, type TestDatabase } from '@passerelle/subgraph/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../database/database.js';
import { createJournal, type Journal } from '../journal/journal.js';
import { readDerives } from './derive-store.js';
import { quiSert, type Service, unService } from './un-service.suite.js';
import { type CanalSurveille, type DriftWatcher, watchDrift } from './watch-drift.js';

const PUBLIE = empreinteDuSchema('type Query { a: Int }');
const AUTRE = empreinteDuSchema('type Query { b: Int }');
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

let essai: TestDatabase;
let database: Database;
let journal: Journal;
let service: Service;
/** What the process serves. */
let servie: string;
let url: string;

beforeEach(async () => {
  essai = await createTestDatabase();
  const { url: adresse } = essai;
  database = new Database({ url: adresse, poolSize: 6, statementTimeoutMs: 10_000, log: SILENT });
  await database.start();
  journal = createJournal(database);
  servie = PUBLIE;
  service = await unService(quiSert(() => ({ partenaire: 'region', empreinte: servie })));
  url = `${service.origin}/graphql`;
});

afterEach(async () => {
  await service.stop();
  await database.stop();
  await essai.release();
});

function aWatcher(everyMs = 0): DriftWatcher {
  const canalVivant = async (): Promise<CanalSurveille> => ({
    carte: { hotes: { region: ['127.0.0.1'] } },
    sousGraphes: [{ partenaire: 'region', revision: 3, url, empreinte: PUBLIE }],
  });
  const maintenant = () => new Date('2026-03-02T08:00:00Z');
  const deps = { sql: database, journal, log: SILENT, production: false, maintenant, canalVivant };
  return watchDrift({ ...deps, everyMs });
}

const told = async (): Promise<unknown[]> =>
  (await journal.page({ evenement: 'DERIVE', premiers: 20 })).entrees
    .map(({ details }) => details)
    .reverse();

const seen = async () => (await readDerives(database, 'production')).get('region');

test('la dérive est gardée pour l’état, et dite une fois au journal ; le retour aussi', async () => {
  const watcher = aWatcher();
  await watcher.round('production');
  expect(await seen()).toMatchObject({ revision: 3, statut: 'CONFORME' });
  expect(await told()).toEqual([]);

  servie = AUTRE;
  for (let round = 0; round < 3; round += 1) await watcher.round('production');
  expect(await seen()).toMatchObject({
    statut: 'DERIVE',
    constateeLe: '2026-03-02T08:00:00.000Z',
    message: expect.stringContaining('sert un autre schéma'),
  });
  expect(await told()).toMatchObject([
    { statut: 'DERIVE', avant: 'CONFORME', revision: 3, code: 'SCHEMA_NON_SERVI' },
  ]);

  servie = PUBLIE;
  for (let round = 0; round < 2; round += 1) await watcher.round('production');
  expect(await told()).toMatchObject([
    { statut: 'DERIVE' },
    { statut: 'CONFORME', avant: 'DERIVE' },
  ]);
});

test('un service qui redémarre n’est pas une nouvelle ; un service arrêté en est une', async () => {
  const watcher = aWatcher();
  await watcher.round('production');
  const { origin } = new URL(url);
  url = 'http://127.0.0.1:9/graphql';
  await watcher.round('production');
  expect(await seen()).toMatchObject({ statut: 'INJOIGNABLE' });
  url = `${origin}/graphql`;
  await watcher.round('production');
  expect(await told()).toEqual([]);

  url = 'http://127.0.0.1:9/graphql';
  for (let round = 0; round < 4; round += 1) await watcher.round('production');
  expect(await told()).toMatchObject([{ statut: 'INJOIGNABLE', code: 'SERVICE_INJOIGNABLE' }]);
});

test('deux canaux ont chacun leur constat', async () => {
  servie = AUTRE;
  const watcher = aWatcher();
  await watcher.round('recette');
  expect((await readDerives(database, 'recette')).get('region')).toMatchObject({
    statut: 'DERIVE',
  });
  expect(await seen()).toBeUndefined();
});

test('de deux réplicas, un seul demande à chaque tour', async () => {
  servie = AUTRE;
  const watchers = [aWatcher(60_000), aWatcher(60_000)];
  await Promise.all(watchers.map((watcher) => watcher.round('production')));
  expect(service.requests).toHaveLength(1);
});

test('deux réplicas qui voient la même dérive au même instant ne la disent qu’une fois', async () => {
  servie = AUTRE;
  await Promise.all(Array.from({ length: 6 }, () => aWatcher().round('production')));
  expect(service.requests.length).toBeGreaterThan(1);
  expect(await told()).toHaveLength(1);
});

test('la surveillance tourne d’elle-même, et s’arrête quand on le lui dit', async () => {
  servie = AUTRE;
  const watcher = aWatcher(20);
  watcher.start();
  // One for each channel.
  await expect.poll(told, { timeout: 30_000 }).toHaveLength(2);
  await watcher.stop();
  const asked = service.requests.length;
  await aWatcher().round('recette');
  expect(service.requests).toHaveLength(asked + 1);
});
