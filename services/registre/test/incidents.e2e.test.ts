import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { unLot } from '../src/verification/un-lot.suite.js';
import { callsTo, type Reponse, type UnRegistre, unRegistre } from './un-registre.js';

let registre: UnRegistre;
let autre: UnRegistre['appeler'];
let module: string;
let passerelle: string;
let essai = 0;

beforeAll(async () => {
  registre = await unRegistre();
  autre = callsTo((await registre.replique()).origin);
  module = await registre.jeton('region', 'module');
  passerelle = await registre.jeton('commun', 'passerelle');
});

afterAll(() => registre.stop());

interface Vu {
  readonly numero: number;
  /** Revisions. */
  readonly module: number;
  readonly canari: { readonly revision: number; montages: number; erreurs: number } | null;
}

async function etat(): Promise<Vu> {
  const { corps } = await registre.appeler(module, 'GET', '/v1/etat?canal=production');
  const [region] = corps.partenaires;
  const { numero } = corps;
  return { numero, module: region.module.revision, canari: region.canari };
}

async function publier(cible: { roles: string[] } | null = null): Promise<number> {
  essai += 1;
  const { fichiers } = unLot({ fichiers: { 'module.abcdefgh.js': `export const a = ${essai};` } });
  const { status, corps } = await registre.appeler(module, 'POST', '/v1/modules', {
    canal: 'production',
    fichiers: fichiers.map(({ chemin, contenu }) => ({
      chemin,
      contenu: Buffer.from(contenu).toString('base64'),
    })),
    cible,
  });
  expect([status, corps.publie], JSON.stringify(corps)).toEqual([200, true]);
  return corps.revision;
}

const rapporter = (
  appeler: UnRegistre['appeler'],
  revision: number,
  { montages, erreurs }: { montages: number; erreurs: number },
  jeton = passerelle,
): Promise<Reponse> =>
  appeler(jeton, 'POST', '/v1/incidents', {
    canal: 'production',
    passerelle: 'p1',
    modules: [
      { partenaire: 'region', revision, montages, erreurs, genres: { TypeError: erreurs } },
    ],
  });

async function retours(): Promise<{ numero: number; resume: string }[]> {
  const chemin = '/v1/journal?canal=production&evenement=RETOUR_AUTOMATIQUE';
  return (await registre.appeler(module, 'GET', chemin)).corps.entrees;
}

/** Two versions for everyone: the first has no one before it. */
beforeEach(async () => {
  await publier();
});

test('un module qui tombe trop souvent chez les agents est retiré de lui-même, une fois, à deux réplicas', async () => {
  const avant = await etat();
  const mauvaise = await publier();
  const deja = (await retours()).length;
  const reponses = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      rapporter(index % 2 === 0 ? registre.appeler : autre, mauvaise, { montages: 4, erreurs: 1 }),
    ),
  );
  expect(new Set(reponses.map(({ status }) => status))).toEqual(new Set([204]));
  expect(await etat()).toMatchObject({ module: avant.module, numero: avant.numero + 2 });
  const [retour, ...reste] = await retours();
  expect(reste).toHaveLength(deja);
  expect(retour).toMatchObject({ numero: avant.numero + 2, par: 'registre', editeur: 'region' });
  expect(retour?.resume).toMatch(
    new RegExp(`la révision ${mauvaise} est retirée. \\d+ erreurs pour \\d+ affichages`),
  );
});

test('un canari qui tombe est retiré ; ce que tout le monde a ne bouge pas', async () => {
  const avant = await etat();
  const canari = await publier({ roles: ['conseiller-regional'] });
  await rapporter(registre.appeler, canari, { montages: 15, erreurs: 4 });
  expect((await etat()).canari).toMatchObject({ revision: canari, montages: 15, erreurs: 4 });
  await rapporter(autre, canari, { montages: 5, erreurs: 1 });
  expect(await etat()).toEqual({ numero: avant.numero + 2, module: avant.module, canari: null });
});

test('un module qui va bien reste, et ce que rapporte qui n’est pas une passerelle est refusé', async () => {
  const { numero } = await etat();
  const revision = await publier();
  await rapporter(registre.appeler, revision, { montages: 1000, erreurs: 40 });
  for (const genre of ['module', 'administration', 'schema', 'lecture']) {
    const jeton = await registre.jeton('region', genre);
    const { status, corps } = await rapporter(
      registre.appeler,
      revision,
      { montages: 100, erreurs: 100 },
      jeton,
    );
    expect([status, corps.erreur.code]).toEqual([403, 'DROIT_INSUFFISANT']);
  }
  expect(await etat()).toMatchObject({ module: revision, numero: numero + 1 });
});

test.each([
  ['un nombre négatif', { montages: -1, erreurs: 0 }],
  ['un nombre trop grand pour être juste', { montages: 1e300, erreurs: 0 }],
  ['une fraction', { montages: 1.5, erreurs: 0 }],
])('%s est refusé', async (_titre, chiffres) => {
  const { status, corps } = await rapporter(registre.appeler, 1, chiffres);
  expect([status, corps.erreur.code]).toEqual([400, 'DEMANDE_INVALIDE']);
});
