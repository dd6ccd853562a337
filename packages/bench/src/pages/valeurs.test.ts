import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { valeursDe } from './valeurs.js';

const schema = buildSchema(`
  type Query {
    seance(id: ID!): Seance
    seances(first: Int, after: String): SeanceConnection
    engagement(code: ID!): Seance
    muet(id: ID!): Int
  }
  type Seance { id: ID! }
  type SeanceConnection { nodes: [Seance!]! }
`);

const operation = (texte: string): OperationDefinitionNode => {
  const [node] = parse(texte).definitions;
  if (node?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not an operation');
  return node;
};

const lus: string[] = [];
const lireIds = async (liste: string): Promise<readonly string[]> => {
  lus.push(liste);
  return ['s1', 's2'];
};

it('takes the ids of the list that goes with a field, another at each turn', async () => {
  const found = await valeursDe(
    operation('query ($id: ID!, $le: Date) { seance(id: $id) { id } }'),
    schema,
    lireIds,
  );
  if ('manque' in found) throw new Error(found.manque);
  expect(lus).toEqual(['seances']);
  expect([0, 1, 2].map((turn) => found.variables(turn)['id'])).toEqual(['s1', 's2', 's1']);
  expect(found.variables(0)['le']).toBe('2023-12-15');
});

it('leaves out what a page asks only once somebody has chosen', async () => {
  const found = await valeursDe(
    operation('query ($recherche: String, $apres: String) { muet(id: "x") }'),
    schema,
    lireIds,
  );
  expect('variables' in found && found.variables(0)).toEqual({});
});

it('says which required variable nobody can make up', async () => {
  const found = await valeursDe(operation('query ($id: ID!) { muet(id: $id) }'), schema, lireIds);
  expect(found).toEqual({ manque: '$id: ID!' });
});
