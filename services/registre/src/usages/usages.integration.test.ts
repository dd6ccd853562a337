import { empreinteOf, type RapportDUsage } from '@passerelle/publication';
import { createTestDatabase } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Database } from '../database/database.js';
import { apiVivante } from '../verification/graphe-vivant.js';
import { unCanal } from '../verification/un-canal.suite.js';
import { createUsages } from './index.js';
import { addUsages, listUsages, purgeUsages } from './usage-store.js';
import { usagesDuPartenaire } from './usages-du-partenaire.js';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const MAINTENANT = new Date('2026-03-15T09:00:00.000Z');
const LISTE = 'query Liste { formations(first: 3) { nodes { intitule } } }';

let database: Database;
let liberer: () => Promise<void>;

beforeAll(async () => {
  const essai = await createTestDatabase();
  database = new Database({ url: essai.url, poolSize: 5, statementTimeoutMs: 30_000, log: SILENT });
  await database.start();
  liberer = async () => {
    await database.stop();
    await essai.release();
  };
});
afterAll(() => liberer());
beforeEach(() => database.query('TRUNCATE usage, usage_document, usage_prevenu'));

type Operation = RapportDUsage['operations'][number];

function uneOperation(reste: Partial<Operation> = {}): Operation {
  const document = reste.document ?? LISTE;
  return {
    empreinte: empreinteOf(document),
    document,
    client: 'module-etat',
    version: '4',
    nombre: 1,
    vuLe: '2026-03-14T10:00:00.000Z',
    prevenuDe: [],
    ...reste,
  };
}

function rapporter(
  operations: readonly Operation[],
  canal: 'production' | 'recette' = 'production',
) {
  return addUsages(database, { canal, passerelle: 'p1', operations: [...operations] }, MAINTENANT);
}

const usages = () => createUsages({ sql: database, maintenant: () => MAINTENANT });

test('additionne ce que les passerelles rapportent, par client et version', async () => {
  await rapporter([
    uneOperation({ nombre: 3 }),
    uneOperation({ nombre: 2, vuLe: '2026-03-12T10:00:00.000Z' }),
  ]);
  await rapporter([uneOperation({ nombre: 5, vuLe: '2026-03-13T10:00:00.000Z' })]);
  await rapporter([uneOperation({ version: '5' })]);
  const vus = await listUsages(database, 'production', MAINTENANT);
  expect(vus).toHaveLength(2);
  expect(vus.find(({ version }) => version === '4')).toEqual({
    empreinte: empreinteOf(LISTE),
    nom: 'Liste',
    document: LISTE,
    client: 'module-etat',
    version: '4',
    nombre: 10,
    premiereFoisLe: '2026-03-12T10:00:00.000Z',
    derniereFoisLe: '2026-03-14T10:00:00.000Z',
  });
});

test('garde les deux canaux à part', async () => {
  await rapporter([uneOperation()], 'recette');
  expect(await usages().operations('production')).toEqual([]);
  expect(await usages().operations('recette')).toEqual([
    { document: LISTE, client: 'module-etat', version: '4', vuLe: '2026-03-14T10:00:00.000Z' },
  ]);
});

test('deux passerelles qui rapportent la même chose ensemble ne perdent rien', async () => {
  const operations = Array.from({ length: 50 }, (_, i) =>
    uneOperation({ document: `{ enjeu(numero: ${i}) { libelle } }` }),
  );
  await Promise.all(
    Array.from({ length: 6 }, (_, i) => rapporter(i % 2 ? operations : operations.toReversed())),
  );
  const vus = await listUsages(database, 'production', MAINTENANT);
  expect(vus).toHaveLength(50);
  expect(vus.every(({ nombre }) => nombre === 6)).toBe(true);
});

test('ne garde pas ce que personne n’a pu recevoir', async () => {
  await rapporter([
    uneOperation({ document: '{ a {' }),
    uneOperation({ document: 'type A { a: Int }' }),
    uneOperation({ document: `${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}` }),
  ]);
  expect(await usages().operations('production')).toEqual([]);
});

test('une horloge en avance ne prolonge rien', async () => {
  await rapporter([uneOperation({ vuLe: '2031-01-01T00:00:00.000Z' })]);
  const [vu] = await usages().operations('production');
  expect(vu?.vuLe).toBe(MAINTENANT.toISOString());
});

describe('l’oubli', () => {
  test('vient après quatre-vingt-dix jours sans être vu', async () => {
    await rapporter([
      uneOperation({ client: 'ancien', vuLe: '2025-12-15T08:00:00.000Z' }),
      uneOperation({ client: 'recent', vuLe: '2025-12-16T08:00:00.000Z' }),
    ]);
    expect((await usages().operations('production')).map(({ client }) => client)).toEqual([
      'recent',
    ]);
    await purgeUsages(database, MAINTENANT);
    expect(await database.query('SELECT client FROM usage')).toEqual([{ client: 'recent' }]);
    await purgeUsages(database, new Date('2026-06-15T09:00:00.000Z'));
    expect(await database.query('SELECT empreinte FROM usage_document')).toEqual([]);
  });

  test('un client bavard ne chasse que ses propres demandes', async () => {
    await rapporter([uneOperation({ client: 'sage', vuLe: '2026-01-01T00:00:00.000Z' })]);
    for (let lot = 0; lot < 3; lot += 1) {
      await rapporter(
        Array.from({ length: 500 }, (_, i) =>
          uneOperation({
            client: 'bavard',
            document: `{ enjeu(numero: ${lot * 500 + i}) { libelle } }`,
            vuLe: `2026-03-1${lot}T00:00:00.000Z`,
          }),
        ),
      );
    }
    const parClient = Map.groupBy(await usages().operations('production'), (each) => each.client);
    expect(parClient.get('sage')).toHaveLength(1);
    expect(parClient.get('bavard')).toHaveLength(1_000);
    expect(parClient.get('bavard')?.every(({ vuLe }) => vuLe >= '2026-03-11')).toBe(true);
  });
});

test.for(['integrateur:a', 'service:a'])(
  'des clients inventés, aux demandes énormes, ne chassent ni ne noient %s',
  async (client) => {
    const sienne = { client, version: '-', vuLe: '2026-01-01T00:00:00.000Z' };
    await rapporter([uneOperation(sienne)]);
    await database.query(
      `INSERT INTO usage_document (empreinte, document)
     SELECT 'sha256:' || n, '{ a' || repeat('x', 60000) || ' }' FROM generate_series(1, 1000) n`,
    );
    await database.query(
      `INSERT INTO usage SELECT 'production', 'invente-' || n || '-' || m, '-', 'sha256:' || n, 1, $1, $1
     FROM generate_series(1, 1000) n, generate_series(1, 51) m`,
      [MAINTENANT],
    );
    const vus = await listUsages(database, 'production', MAINTENANT);
    expect(vus.filter((vu) => vu.client === client)).toHaveLength(1);
    const textes = new Map(vus.map(({ empreinte, document }) => [empreinte, document.length]));
    expect([...textes.values()].reduce((somme, n) => somme + n, 0)).toBeLessThan(32_000_000);
    await purgeUsages(database, MAINTENANT);
    const restants = await database.query<{ client: string }>('SELECT client FROM usage');
    expect(restants).toHaveLength(50_000);
    expect(restants.some((reste) => reste.client === client)).toBe(true);
  },
);

test('se souvient de qui a été prévenu de quoi', async () => {
  await rapporter([uneOperation({ client: 'a', prevenuDe: ['Formation.intitule'] })]);
  const estPrevenu = await usages().prevenus('production');
  expect(estPrevenu('a', 'Formation.intitule')).toBe(true);
  expect(estPrevenu('a', 'Formation.secteur')).toBe(false);
  expect(estPrevenu('b', 'Formation.intitule')).toBe(false);
  expect((await usages().prevenus('recette'))('a', 'Formation.intitule')).toBe(false);
  await purgeUsages(database, MAINTENANT);
  expect((await usages().prevenus('production'))('a', 'Formation.intitule')).toBe(true);
  await purgeUsages(database, new Date('2026-06-15T09:00:00.000Z'));
  expect((await usages().prevenus('production'))('a', 'Formation.intitule')).toBe(false);
});

test('montre à un partenaire ses champs en usage, et à lui seul', async () => {
  await rapporter([
    uneOperation({ nombre: 2 }),
    uneOperation({
      client: 'integrateur:a',
      version: '-',
      nombre: 1,
      vuLe: '2026-03-15T01:00:00.000Z',
    }),
    uneOperation({ document: '{ instances(first: 1) { nodes { type } } }' }),
    uneOperation({
      document: '{ engagement(code: "E01") { libelle contributionRegion { avancement } } }',
    }),
  ]);
  const vus = await listUsages(database, 'production', MAINTENANT);
  const { carte, sousGraphes } = unCanal();
  const de = (editeur: string, filtre?: string) =>
    usagesDuPartenaire(vus, { api: apiVivante(sousGraphes), carte: carte.carte, editeur, filtre });
  const region = de('region');
  expect(region.champs.map(({ coordonnee }) => coordonnee)).toEqual([
    'ContributionRegion.avancement',
    'Engagement.contributionRegion',
    'Formation.intitule',
    'FormationConnection.nodes',
    'Query.formations',
    'Query.formations(first:)',
  ]);
  expect(region.champs.find(({ coordonnee }) => coordonnee === 'Formation.intitule')).toEqual({
    coordonnee: 'Formation.intitule',
    clients: [
      { client: 'integrateur:a', version: '-' },
      { client: 'module-etat', version: '4' },
    ],
    nombre: 3,
    derniereFoisLe: '2026-03-15T01:00:00.000Z',
  });
  expect(region.operations).toHaveLength(3);
  expect(de('region', 'Formation').champs.map(({ coordonnee }) => coordonnee)).toEqual([
    'Formation.intitule',
  ]);
  expect(de('etat').champs.map(({ coordonnee }) => coordonnee)).toContain('Instance.type');
  expect(de('commun')).toEqual({ operations: [], champs: [] });
});
