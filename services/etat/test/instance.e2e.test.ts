import {
  startTestSubgraph,
  type TestSubgraph,
  unAgent,
  unIntegrateur,
} from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;
const lecteur = unAgent('etat', 'sous-prefet');

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

test('donne le SPER puis les 26 SPEL, un par arrondissement, copilotés par fonction', async () => {
  const { data, errors } = await subgraph.query(
    unIntegrateur(),
    `{ instances { nodes { id type nom creeeLe source territoire { code maille nom }
         copilotes { fonction partenaire } } pageInfo { hasNextPage } } }`,
  );
  expect(errors).toEqual([]);
  const [sper, ...spel] = data.instances.nodes;
  expect(sper).toMatchObject({
    id: 'sper-32',
    type: 'SPER',
    territoire: { code: '32', maille: 'REGION' },
    copilotes: [{ partenaire: 'ETAT' }, { partenaire: 'REGION' }, { partenaire: 'ETAT' }],
  });
  expect(spel).toHaveLength(26);
  expect(
    new Set(spel.map((one: { territoire: { code: string } }) => one.territoire.code)).size,
  ).toBe(26);
  expect(data.instances.pageInfo.hasNextPage).toBe(false);
});

test('filtre par niveau et par territoire, contenu compris, et tourne les pages', async () => {
  const { data, errors } = await subgraph.query(
    lecteur,
    `{ nord: instances(territoire: { code: "59", maille: DEPARTEMENT }) { nodes { id } }
       valenciennes: instances(territoire: { code: "596", maille: ARRONDISSEMENT }) { nodes { id } }
       region: instances(type: SPER, territoire: { code: "32", maille: REGION }) { nodes { id } }
       une: instances(type: SPEL, first: 10) { nodes { nom } pageInfo { endCursor } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.nord.nodes).toHaveLength(6);
  expect(data.valenciennes.nodes).toEqual([{ id: 'spel-596' }]);
  expect(data.region.nodes).toEqual([{ id: 'sper-32' }]);

  const rest = await subgraph.query(
    lecteur,
    `query ($after: String) { instances(type: SPEL, first: 100, after: $after) { nodes { nom } } }`,
    { after: data.une.pageInfo.endCursor },
  );
  const noms = [...data.une.nodes, ...rest.data.instances.nodes].map(({ nom }) => nom);
  expect(new Set(noms).size).toBe(26);
});

test('les instances d’un lot de territoires viennent en une instruction SQL', async () => {
  const rows = await subgraph.database.sql<{ code: string }>(
    `SELECT code FROM territoire WHERE maille = 'ARRONDISSEMENT'`,
  );
  subgraph.forgetStatements();
  const { data, errors } = await subgraph.query(
    lecteur,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Territoire {
       instances { id territoire { nom } } } } }`,
    {
      r: rows.map(({ code }) => ({ __typename: 'Territoire', code, maille: 'ARRONDISSEMENT' })),
    },
  );
  expect(errors).toEqual([]);
  expect(data._entities.every((one: { instances: unknown[] }) => one.instances.length === 1)).toBe(
    true,
  );
  expect(subgraph.statements).toEqual(['territoires-par-cle', 'instances-par-territoire']);
});

test('un territoire inconnu comme filtre est une erreur, une instance inconnue ne se trouve pas', async () => {
  const unknown = await subgraph.query(
    lecteur,
    '{ instances(territoire: { code: "zz", maille: COMMUNE }) { nodes { id } } }',
  );
  expect(unknown.errors).toMatchObject([{ extensions: { code: 'TERRITOIRE_INCONNU' } }]);
  const none = await subgraph.query(lecteur, '{ instance(id: "spel-999") { nom } }');
  expect(none).toMatchObject({ errors: [], data: { instance: null } });
});
