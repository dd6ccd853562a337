import { describe, expect, test } from 'vitest';
import {
  desDeps,
  PARTENAIRES,
  schemaDe,
  unCanal,
  unManifeste,
  unModule,
  unSousGraphe,
} from './un-canal.suite.js';
import { type EtatVise, verifierRetour } from './verifier-retour.js';

const DEMANDE = 'query Bilan { bilanRegion }';
const AVEC = schemaDe('region').replace(
  'type Query {',
  'type Query {\n  """Bilan de la Région."""\n  bilanRegion: Int',
);
/** Live: Région's newer schema; put back: the one before. */
const vivant = unCanal({
  sousGraphes: PARTENAIRES.map((partenaire) =>
    partenaire === 'region'
      ? { ...unSousGraphe('region', AVEC), revision: 2 }
      : unSousGraphe(partenaire),
  ),
});
const viser = (reste: Partial<EtatVise> = {}): EtatVise => ({
  editeur: 'region',
  sousGraphes: PARTENAIRES.map((partenaire) => unSousGraphe(partenaire)),
  modules: [],
  partages: null,
  severe: false,
  ...reste,
});
const operations = [
  { document: DEMANDE, client: 'integrateur:a', version: '-', vuLe: '2026-03-14T00:00:00.000Z' },
];

async function codes(apres: EtatVise, deps = desDeps(), canal = vivant): Promise<string[]> {
  const { constats } = await verifierRetour(deps, canal, apres);
  return constats.map(({ code, gravite }) => `${gravite} ${code}`);
}

test('un retour qui ne rompt rien passe, et se lit dans les changements', async () => {
  const rapport = await verifierRetour(desDeps(), vivant, viser());
  expect(rapport).toMatchObject({ accepte: true, genre: 'retour', constats: [] });
  expect(rapport.changements).toMatchObject([{ code: 'CHAMP_RETIRE' }]);
  expect(rapport.supergraphe).toContain('@join__graph');
});

test('un retour est refusé tant qu’un module déployé demande ce qu’il retire', async () => {
  const modules = [unModule('etat', { revision: 6, documents: [DEMANDE] })];
  const rapport = await verifierRetour(desDeps(), vivant, viser({ modules }));
  expect(rapport.constats).toMatchObject([
    { code: 'DOCUMENT_INVALIDE', gravite: 'REFUS', accordDe: 'etat' },
  ]);
  expect(rapport.constats[0]?.message).toContain('« Bilan » du module de « etat » (révision 6)');
  expect(rapport.supergraphe).toBeNull();
});

test('défaire son dernier changement avertit des clients qu’il rompt, sans s’en arrêter', async () => {
  const deps = desDeps({ operations });
  expect(await codes(viser(), deps)).toEqual(['AVERTISSEMENT CHAMP_RETIRE']);
});

test('revenir à un numéro est refusé tant qu’un client vu récemment serait rompu, et dit comment passer', async () => {
  const { accepte, supergraphe, constats } = await verifierRetour(
    desDeps({ operations }),
    vivant,
    viser({ severe: true }),
  );
  expect({ accepte, supergraphe }).toEqual({ accepte: false, supergraphe: null });
  expect(constats).toMatchObject([{ code: 'CHAMP_RETIRE', gravite: 'REFUS' }]);
  expect(constats[0]?.usages).toMatchObject([{ client: 'integrateur:a', operation: 'Bilan' }]);
  expect(constats[0]?.remede).toContain('--malgre-tout');
});

test('revenir à un numéro que personne ne verrait passe sans rien forcer', async () => {
  expect(await codes(viser({ severe: true }))).toEqual([]);
});

describe('ce qui revient est jugé dans le canal d’aujourd’hui', () => {
  test('par la carte en vigueur', async () => {
    const carte = {
      ...vivant.carte,
      carte: {
        ...vivant.carte.carte,
        racines: { ...vivant.carte.carte.racines, 'Query.formations': 'etat' },
      },
    };
    expect(await codes(viser(), desDeps(), { ...vivant, carte })).toEqual([
      'REFUS RACINE_D_AUTRUI',
    ]);
  });

  test('par ses voisins', async () => {
    const sousGraphes = viser().sousGraphes.map((each) =>
      each.partenaire === 'region'
        ? { ...each, schema: `${each.schema}\nextend type Formation { a: Inconnu }` }
        : each,
    );
    expect(await codes(viser({ sousGraphes }))).toContain('REFUS COMPOSITION_REFUSEE');
  });

  test('par ses adresses', async () => {
    const sousGraphes = viser().sousGraphes.map((each) =>
      each.partenaire === 'region' ? { ...each, url: 'http://ailleurs.exemple.fr/graphql' } : each,
    );
    expect(await codes(viser({ sousGraphes }))).toEqual(['REFUS ADRESSE_HORS_DES_HOTES']);
  });

  test('par les adresses que d’autres modules ont prises depuis', async () => {
    const routes = [{ chemin: '/bilan' }];
    const modules = ['etat', 'region'].map((partenaire) =>
      unModule(partenaire, { manifeste: unManifeste(partenaire, { routes }) }),
    );
    expect(await codes(viser({ modules }))).toEqual(['REFUS ROUTE_D_AUTRUI']);
    expect(await codes(viser({ modules: modules.slice(1) }))).toEqual([]);
  });

  test('par les fichiers partagés', async () => {
    const modules = [unModule('etat', { manifeste: unManifeste('etat', { requires: ['urql'] }) })];
    const partages = { revision: 1, manifeste: { imports: {}, css: [] } };
    expect(await codes(viser({ modules, partages }))).toEqual(['REFUS PARTAGE_MANQUANT']);
  });
});
