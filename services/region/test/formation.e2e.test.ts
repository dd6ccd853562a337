import { METIERS } from '@passerelle/reference-data';
import {
  startTestSubgraph,
  type TestSubgraph,
  unAgent,
  unIntegrateur,
} from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;
const lecteur = unAgent('pole-emploi', 'conseiller');

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'region', createApp });
});
afterAll(() => subgraph.stop());

const query = (document: string, variables?: object) =>
  subgraph.query(lecteur, document, variables);

test('compte les 150 formations et les 600 sessions de la petite taille', async () => {
  const rows = await subgraph.database.sql(
    `SELECT (SELECT count(*)::int FROM formation) AS formations,
            (SELECT count(*)::int FROM session_formation) AS sessions`,
  );
  expect(rows).toEqual([{ formations: 150, sessions: 600 }]);
});

test('parcourt toutes les formations dans l’ordre des intitulés, et s’ouvre aux intégrateurs', async () => {
  const seen: { numeroOffre: string; demonstration: boolean }[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await subgraph.query(
      unIntegrateur(),
      `query ($after: String) { formations(first: 40, after: $after) {
         nodes { numeroOffre demonstration } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    seen.push(...data.formations.nodes);
    const { hasNextPage, endCursor } = data.formations.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  expect(new Set(seen.map(({ numeroOffre }) => numeroOffre)).size).toBe(150);
  expect(seen.every(({ demonstration }) => demonstration)).toBe(true);
});

test('filtre par mots, territoire, métier, secteur et organisme', async () => {
  const all = await query(`{ formations(first: 100) { nodes {
    numeroOffre intitule secteur organismeSiret metiers { codeRome }
    lieu { code parents { code maille } } } } }`);
  const [one] = all.data.formations.nodes;
  const arrondissement = one.lieu.parents.find(
    ({ maille }: { maille: string }) => maille === 'ARRONDISSEMENT',
  );
  const found = async (args: string): Promise<(typeof one)[]> => {
    const { data, errors } = await query(`{ formations(first: 100, ${args}) { nodes {
      numeroOffre intitule secteur organismeSiret metiers { codeRome }
      lieu { code parents { code } } } } }`);
    expect(errors).toEqual([]);
    expect(data.formations.nodes.map((node: typeof one) => node.numeroOffre)).toContain(
      one.numeroOffre,
    );
    return data.formations.nodes;
  };

  for (const formation of await found(`secteur: ${one.secteur}`)) {
    expect(formation.secteur).toBe(one.secteur);
  }
  for (const formation of await found(`codeRome: "${one.metiers[0].codeRome.toLowerCase()}"`)) {
    expect(formation.metiers).toContainEqual(one.metiers[0]);
  }
  for (const formation of await found(`organismeSiret: "${one.organismeSiret}"`)) {
    expect(formation.organismeSiret).toBe(one.organismeSiret);
  }
  for (const formation of await found(
    `territoire: { code: "${arrondissement.code}", maille: ARRONDISSEMENT }`,
  )) {
    expect(formation.lieu.parents).toContainEqual({ code: arrondissement.code });
  }
  await found(`recherche: "${one.intitule.split(' ')[0]}"`);
  await found(`recherche: "${one.numeroOffre}"`);
});

test('les sessions ouvertes sont à venir au jour du relevé, avec une place libre', async () => {
  const { data, errors } = await query(`{ formations(first: 100) { nodes {
    placesRestantes
    toutes: sessions(first: 100) { nodes { numeroSession debut } }
    ouvertes: sessions(ouvertes: true, first: 100) { nodes { numeroSession debut placesRestantes
      formation { numeroOffre } lieu { maille } } }
    fermees: sessions(ouvertes: false, first: 100) { nodes { numeroSession } }
  } } }`);
  expect(errors).toEqual([]);
  for (const formation of data.formations.nodes) {
    const { toutes, ouvertes, fermees } = formation;
    expect(ouvertes.nodes.length + fermees.nodes.length).toBe(toutes.nodes.length);
    expect(
      ouvertes.nodes.every(
        (one: { debut: string; placesRestantes: number }) =>
          one.debut > '2023-12-15' && one.placesRestantes > 0,
      ),
    ).toBe(true);
    expect(formation.placesRestantes).toBe(
      ouvertes.nodes.reduce(
        (sum: number, one: { placesRestantes: number }) => sum + one.placesRestantes,
        0,
      ),
    );
    const debuts = toutes.nodes.map(({ debut }: { debut: string }) => debut);
    expect(debuts).toEqual(debuts.toSorted());
  }
});

test('l’offre de la région est la somme de celles de ses départements, et dit sa méthode', async () => {
  const { data, errors } = await query(`{
    region: territoire(code: "32", maille: REGION) {
      offreFormationRegion { formations sessionsOuvertes places placesRestantes arreteLe methode demonstration }
      enfants(maille: DEPARTEMENT) { nodes { offreFormationRegion { sessionsOuvertes places placesRestantes } } }
    }
    vide: territoire(code: "59001", maille: COMMUNE) { offreFormationRegion { sessionsOuvertes places } }
  }`);
  expect(errors).toEqual([]);
  const { offreFormationRegion: offre, enfants } = data.region;
  for (const figure of ['sessionsOuvertes', 'places', 'placesRestantes']) {
    expect(
      enfants.nodes.reduce(
        (sum: number, one: { offreFormationRegion: Record<string, number> }) =>
          sum + (one.offreFormationRegion[figure] ?? 0),
        0,
      ),
      figure,
    ).toBe(offre[figure]);
  }
  expect(offre).toMatchObject({ arreteLe: '2023-12-15', demonstration: true });
  expect(offre.methode).toMatch(/relevé/);
  expect(offre.sessionsOuvertes).toBeGreaterThan(0);
  expect(data.vide.offreFormationRegion).toEqual({ sessionsOuvertes: 0, places: 0 });
});

test('un lot de territoires, de métiers ou de formations coûte quelques instructions SQL', async () => {
  const territoires = await subgraph.database.sql<{ code: string }>(
    `SELECT code FROM territoire WHERE maille = 'ARRONDISSEMENT' ORDER BY code`,
  );
  const entities = async (selection: string, representations: readonly object[]) => {
    subgraph.forgetStatements();
    const { data, errors } = await query(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`,
      { r: representations },
    );
    expect(errors).toEqual([]);
    return data._entities;
  };

  const offres = await entities(
    '... on Territoire { offreFormationRegion { places } formationsRegion(first: 2) { nodes { intitule placesRestantes } } }',
    territoires.map(({ code }) => ({ __typename: 'Territoire', code, maille: 'ARRONDISSEMENT' })),
  );
  expect(offres).toHaveLength(26);
  expect([...subgraph.statements].sort()).toEqual([
    'formations-par-territoire-ARRONDISSEMENT',
    'formations-places-restantes',
    'offres-ARRONDISSEMENT',
    'territoires-par-cle',
  ]);

  const metiers = await entities(
    `... on Metier { codeRome formationsRegion(first: 2, territoire: { code: "59", maille: DEPARTEMENT }) {
       nodes { lieu { parents { code } } sessions(first: 1) { nodes { debut } } } } }`,
    METIERS.map(({ codeRome }) => ({ __typename: 'Metier', codeRome })),
  );
  expect(metiers).toHaveLength(METIERS.length);
  expect(
    metiers
      .flatMap((one: { formationsRegion: { nodes: unknown[] } }) => one.formationsRegion.nodes)
      .every((one: { lieu: { parents: { code: string }[] } }) =>
        one.lieu.parents.some(({ code }) => code === '59'),
      ),
  ).toBe(true);
  expect(subgraph.statements.length).toBeLessThanOrEqual(5);
});

test('une mauvaise demande a son code', async () => {
  const cases: readonly [string, string][] = [
    ['organismeSiret: "13003013300017"', 'SIRET_INVALIDE'],
    ['organismeSiret: 13003013300016', 'SIRET_INVALIDE'],
    ['codeRome: "F16"', 'CODE_ROME_INVALIDE'],
    ['territoire: { code: "99", maille: DEPARTEMENT }', 'TERRITOIRE_INCONNU'],
    ['first: 0', 'PAGE_INVALIDE'],
    ['after: "abc"', 'CURSEUR_INVALIDE'],
  ];
  for (const [args, code] of cases) {
    const { errors } = await query(`{ formations(${args}) { nodes { numeroOffre } } }`);
    expect(
      errors.map(({ extensions }) => extensions['code']),
      args,
    ).toEqual([code]);
  }
  const byVariable = await query(
    'query ($s: Siret) { formations(organismeSiret: $s) { nodes { numeroOffre } } }',
    { s: '13003013300017' },
  );
  expect(byVariable.errors).toMatchObject([
    {
      message: 'Le SIRET doit compter 14 chiffres et porter une clé valable. Vérifiez la saisie.',
      extensions: { code: 'SIRET_INVALIDE' },
    },
  ]);
  const unknown = await query(
    '{ formation(numeroOffre: "x") { intitule } sessionFormation(numeroSession: "x") { debut } }',
  );
  expect(unknown).toMatchObject({ errors: [], data: { formation: null, sessionFormation: null } });
});
