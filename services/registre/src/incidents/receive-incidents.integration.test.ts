import type { Canal, RapportDIncidents } from '@passerelle/publication';
import { createTestDatabase, type TestDatabase } from '@passerelle/subgraph/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ModuleVivant } from '../canal-vivant.js';
import { Database } from '../database/database.js';
import { registreError } from '../errors/registre-error.js';
import { countIncidents } from './incident-store.js';
import { type ReceiveIncidentsDeps, receiveIncidents } from './receive-incidents.js';

const SEUIL = { montages: 20, erreurs: 5, pourcent: 5, agents: 1, minutes: 10 };
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const MATIN = '2026-03-02T08:00:00.000Z';

let essai: TestDatabase;
let database: Database;
let maintenant: Date;
let vivants: ModuleVivant[];
/** What was taken back, in order: `region 3 production`. */
let retires: string[];
let raisons: string[];

beforeEach(async () => {
  essai = await createTestDatabase();
  const { url } = essai;
  database = new Database({ url, poolSize: 10, statementTimeoutMs: 10_000, log: SILENT });
  await database.start();
  maintenant = new Date('2026-03-02T09:00:00Z');
  vivants = [unModule('region', 3)];
  retires = [];
  raisons = [];
});

afterEach(async () => {
  await database.stop();
  await essai.release();
});

function unModule(partenaire: string, revision: number, publieLe = MATIN): ModuleVivant {
  const manifeste = {
    nom: partenaire,
    version: '1.0.0',
    entree: 'index.js',
    css: [],
    routes: [],
    navigation: [],
    emplacements: [],
    requires: [],
  };
  return {
    partenaire,
    revision,
    version: '1.0.0',
    cible: null,
    manifeste,
    documents: [],
    publieLe,
  };
}

const takesBack: ReceiveIncidentsDeps['retourAutomatique'] = async (
  editeur,
  revision,
  canal,
  raison,
) => {
  retires.push(`${editeur} ${revision} ${canal}`);
  raisons.push(raison);
  return { publie: true, numero: 7 };
};

function aReplica(
  retourAutomatique = takesBack,
  seuil = SEUIL,
): (rapport: RapportDIncidents) => Promise<void> {
  return receiveIncidents({
    sql: database,
    log: SILENT,
    seuil,
    maintenant: () => maintenant,
    modulesVivants: async () => vivants,
    retourAutomatique,
  });
}

function unRapport(
  montages: number,
  erreurs: number,
  precisions: Partial<RapportDIncidents['modules'][number]> & { canal?: Canal } = {},
): RapportDIncidents {
  const { canal = 'production', ...reste } = precisions;
  const module = {
    partenaire: 'region',
    revision: 3,
    montages,
    erreurs,
    agents: 1,
    genres: {},
    ...reste,
  };
  return { canal, passerelle: 'p1', modules: [module] };
}

const counted = () =>
  countIncidents(
    database,
    { canal: 'production', partenaire: 'region', revision: 3 },
    { le: maintenant, minutes: null },
  );

test('ce que rapportent plusieurs passerelles s’ajoute, et le module n’est retiré qu’au seuil, une fois', async () => {
  const receive = aReplica();
  await receive(unRapport(10, 4, { genres: { TypeError: 4 } }));
  await receive({ ...unRapport(10, 0), passerelle: 'p2' });
  expect(retires).toEqual([]);
  await receive(unRapport(1, 1, { genres: { TypeError: 1 } }));
  expect(retires).toEqual(['region 3 production']);
  expect(raisons).toEqual(['5 erreurs pour 21 affichages en 10 minutes (24 %) : TypeError 5.']);
  await receive(unRapport(50, 50));
  expect(retires).toHaveLength(1);
  expect(await counted()).toMatchObject({ montages: 71, erreurs: 55 });
});

test('de deux réplicas qui passent le seuil au même instant, un seul retire', async () => {
  const [first, second] = [aReplica(), aReplica()];
  await Promise.all(
    Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? first : second)(unRapport(2, 1))),
  );
  expect(retires).toEqual(['region 3 production']);
  expect(await counted()).toMatchObject({ montages: 80, erreurs: 40 });
});

test('un agent seul, à plusieurs passerelles et autant de fois qu’il veut, ne retire rien', async () => {
  const receive = aReplica(takesBack, { ...SEUIL, agents: 3 });
  for (const passerelle of ['p1', 'p2', 'p3', 'p1', 'p2', 'p3']) {
    await receive({ ...unRapport(50, 50), passerelle });
  }
  expect(retires).toEqual([]);
  await receive(unRapport(1, 1, { agents: 3 }));
  expect(retires).toEqual(['region 3 production']);
});

test('ce qui a plus de dix minutes ne compte plus', async () => {
  const receive = aReplica();
  await receive(unRapport(30, 4));
  maintenant = new Date('2026-03-02T09:10:30Z');
  await receive(unRapport(30, 4));
  expect(retires).toEqual([]);
  maintenant = new Date('2026-03-02T09:15:00Z');
  await receive(unRapport(1, 1));
  expect(raisons).toEqual(['5 erreurs pour 31 affichages en 10 minutes (16 %).']);
});

test('une version en place depuis un jour n’est pas retirée', async () => {
  vivants = [unModule('region', 3, '2026-03-01T08:59:00.000Z')];
  await aReplica()(unRapport(100, 100));
  expect(retires).toEqual([]);
});

test('une version qui n’est pas en place ne compte pas, et rien n’en est gardé', async () => {
  const receive = aReplica();
  await receive(unRapport(100, 100, { revision: 2 }));
  await receive(unRapport(100, 100, { partenaire: 'inconnu' }));
  expect(retires).toEqual([]);
  expect(await database.query('SELECT * FROM incident')).toEqual([]);
});

test('ce qui vient d’être remis en place n’est pas retiré à son tour ; une nouvelle version, si', async () => {
  const receive = aReplica();
  await receive(unRapport(20, 20));
  vivants = [unModule('region', 2)];
  await receive(unRapport(20, 20, { revision: 2 }));
  expect(retires).toEqual(['region 3 production']);
  vivants = [unModule('region', 4)];
  await receive(unRapport(20, 20, { revision: 4 }));
  expect(retires).toEqual(['region 3 production', 'region 4 production']);
});

test('la même version remise en ligne plus tard a une nouvelle chance, et peut être retirée encore', async () => {
  const receive = aReplica();
  await receive(unRapport(20, 20));
  maintenant = new Date('2026-03-02T11:00:00Z');
  vivants = [unModule('region', 3, '2026-03-02T10:30:00.000Z')];
  await receive(unRapport(20, 1));
  expect(retires).toHaveLength(1);
  await receive(unRapport(0, 20));
  expect(retires).toHaveLength(2);
});

test('un retrait qui échoue est tenté de nouveau au rapport suivant ; un retrait sans rien à remettre, non', async () => {
  const fails = aReplica(async () => {
    throw registreError('BASE_INDISPONIBLE');
  });
  await expect(fails(unRapport(20, 20))).rejects.toMatchObject({ code: 'BASE_INDISPONIBLE' });
  let asked = 0;
  const hasNothing = aReplica(async () => {
    asked += 1;
    return null;
  });
  await hasNothing(unRapport(1, 1));
  await hasNothing(unRapport(1, 1));
  expect(asked).toBe(1);
});

test('seul le nom d’une erreur est gardé, jamais une phrase ; un module nommé deux fois compte deux fois', async () => {
  const rapport = unRapport(1, 3, {
    genres: { TypeError: 1, 'Camille Exemple est introuvable': 1, constructor: 1 },
  });
  await aReplica()({ ...rapport, modules: [...rapport.modules, ...rapport.modules] });
  const rows = await database.query<{ genre: string; erreurs: string }>(
    'SELECT genre, erreurs FROM incident ORDER BY genre COLLATE "C"',
  );
  expect(rows).toEqual([
    { genre: '', erreurs: '6' },
    { genre: 'TypeError', erreurs: '2' },
    { genre: 'constructor', erreurs: '2' },
  ]);
  expect(await counted()).toMatchObject({ montages: 2, erreurs: 6 });
});
