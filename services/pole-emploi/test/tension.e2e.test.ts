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
const lecteur = unAgent('region', 'charge-de-mission');

beforeAll(async () => {
  subgraph = await startTestSubgraph({
    partenaire: 'pole-emploi',
    createApp,
    config: { taille: 'demonstration' },
  });
});
afterAll(() => subgraph.stop());

const query = (document: string, variables?: object) =>
  subgraph.query(lecteur, document, variables);

interface Tension {
  id: string;
  annee: number;
  niveau: number;
  territoire: { code: string; maille: string };
}

test('tient une tension par métier, par arrondissement et par année', async () => {
  const [row] = await subgraph.database.sql(
    `SELECT count(*)::int AS tensions, count(DISTINCT code_rome)::int AS metiers,
            count(DISTINCT territoire)::int AS territoires, count(DISTINCT annee)::int AS annees
     FROM tension`,
  );
  expect(row).toEqual({
    tensions: METIERS.length * 26 * 3,
    metiers: METIERS.length,
    territoires: 26,
    annees: 3,
  });
});

test('trouve un métier par mots sans accents et par code', async () => {
  const { data, errors } = await subgraph.query(
    unIntegrateur(),
    `{ mots: metiers(recherche: "tolerie chaud") { nodes { codeRome libelle secteurs } }
       code: metiers(recherche: "h2902") { nodes { codeRome } }
       secteur: metiers(secteur: BTP, first: 100) { nodes { codeRome secteurs } }
       un: metier(codeRome: "h2902") { libelle domaine }
       aucun: metier(codeRome: "A0000") { libelle } }`,
  );
  expect(errors).toEqual([]);
  expect(data.mots.nodes).toMatchObject([{ codeRome: 'H2902', secteurs: ['INDUSTRIE'] }]);
  expect(data.code.nodes).toEqual([{ codeRome: 'H2902' }]);
  expect(
    data.secteur.nodes.every(({ codeRome }: { codeRome: string }) => codeRome.startsWith('F')),
  ).toBe(true);
  expect(data.un.libelle).toMatch(/Chaudronnerie/);
  expect(data.aucun).toBeNull();
});

test('parcourt tous les métiers, page par page', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await query(
      `query ($after: String) { metiers(first: 60, after: $after) {
         nodes { codeRome } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    seen.push(...data.metiers.nodes.map(({ codeRome }: { codeRome: string }) => codeRome));
    after = data.metiers.pageInfo.hasNextPage ? data.metiers.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen.toSorted()).toEqual(METIERS.map(({ codeRome }) => codeRome).toSorted());
});

test('les plus récentes puis les plus fortes d’abord, à travers les pages', async () => {
  const seen: Tension[] = [];
  let after: string | null = null;
  for (let page = 0; page < 6; page += 1) {
    const { data, errors } = await query(
      `query ($after: String) { tensions(secteur: LOGISTIQUE, niveauMin: 3, first: 37, after: $after) {
         nodes { id annee niveau } pageInfo { endCursor } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    seen.push(...data.tensions.nodes);
    after = data.tensions.pageInfo.endCursor;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.every(({ niveau }) => niveau >= 3)).toBe(true);
  expect(seen).toEqual(
    seen.toSorted((a, b) => b.annee - a.annee || b.niveau - a.niveau || (a.id < b.id ? -1 : 1)),
  );
});

test('un territoire lit les arrondissements qu’il recoupe : le sien, ceux qu’il contient, ceux qu’il chevauche', async () => {
  const lus = async (code: string, maille: string): Promise<string[]> => {
    const { data, errors } = await query(
      `query ($code: ID!, $maille: Maille!) { territoire(code: $code, maille: $maille) {
         tensionsPoleEmploi(annee: 2022, first: 100) { nodes { territoire { code maille } } } } }`,
      { code, maille },
    );
    expect(errors).toEqual([]);
    const tensions: Tension[] = data.territoire.tensionsPoleEmploi.nodes;
    expect(tensions.length).toBeGreaterThan(0);
    return [...new Set(tensions.map(({ territoire }) => territoire.code))];
  };
  expect(await lus('596', 'ARRONDISSEMENT')).toEqual(['596']);
  expect(await lus('59606', 'COMMUNE')).toEqual(['596']);
  expect((await lus('59', 'DEPARTEMENT')).every((code) => code.startsWith('59'))).toBe(true);
  expect((await lus('32', 'REGION')).length).toBeGreaterThan(1);

  const epci = await subgraph.database.sql<{ code: string; arrondissements: string[] }>(
    `SELECT epci AS code, array_agg(DISTINCT arrondissement) AS arrondissements FROM territoire
     WHERE maille = 'COMMUNE' GROUP BY epci HAVING count(DISTINCT arrondissement) = 2
     ORDER BY 1 LIMIT 1`,
  );
  const [cheval] = epci;
  const read = await lus(cheval?.code ?? '', 'EPCI');
  expect(cheval?.arrondissements).toEqual(expect.arrayContaining(read));
});

test('un lot de territoires ou de métiers coûte quelques instructions SQL', async () => {
  const entities = async (selection: string, representations: readonly object[]) => {
    subgraph.forgetStatements();
    const { data, errors } = await query(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`,
      { r: representations },
    );
    expect(errors).toEqual([]);
    return data._entities;
  };
  const rows = await subgraph.database.sql<{ code: string }>(
    `SELECT code FROM territoire WHERE maille = 'ARRONDISSEMENT'`,
  );
  const territoires = await entities(
    '... on Territoire { tensionsPoleEmploi(first: 3) { nodes { metier { libelle } territoire { nom } } } }',
    rows.map(({ code }) => ({ __typename: 'Territoire', code, maille: 'ARRONDISSEMENT' })),
  );
  expect(
    territoires.every(
      (one: { tensionsPoleEmploi: { nodes: unknown[] } }) =>
        one.tensionsPoleEmploi.nodes.length === 3,
    ),
  ).toBe(true);
  expect([...subgraph.statements].sort()).toEqual([
    'metiers-par-code',
    'tensions-par-territoire-ARRONDISSEMENT',
    'territoires-par-cle',
  ]);

  await entities(
    `... on Metier { libelle tensions(annee: 2022, first: 2, territoire: { code: "59", maille: DEPARTEMENT }) {
       nodes { id } } }`,
    METIERS.map(({ codeRome }) => ({ __typename: 'Metier', codeRome })),
  );
  expect([...subgraph.statements].sort()).toEqual([
    'metiers-par-code',
    'tensions-par-metier',
    'territoires-par-cle',
  ]);
});

test('une mauvaise demande a son code', async () => {
  const cases: readonly [string, string][] = [
    ['niveauMin: 0', 'NIVEAU_INVALIDE'],
    ['niveauMin: 6', 'NIVEAU_INVALIDE'],
    ['codeRome: "A0000"', 'METIER_INCONNU'],
    ['territoire: { code: "99", maille: DEPARTEMENT }', 'TERRITOIRE_INCONNU'],
    ['first: 1000', 'PAGE_INVALIDE'],
    ['after: "zzz"', 'CURSEUR_INVALIDE'],
  ];
  for (const [args, code] of cases) {
    const { errors } = await query(`{ tensions(${args}) { nodes { id } } }`);
    expect(
      errors.map(({ extensions }) => extensions['code']),
      args,
    ).toEqual([code]);
  }
});
