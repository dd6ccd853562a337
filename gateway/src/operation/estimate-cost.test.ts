import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { estimateCost } from './estimate-cost.js';

const schema = buildSchema(`
  type Query {
    engagements: [Engagement!]
    territoires(first: Int = 20, after: String): TerritoireConnection
    noeud: Noeud
  }
  interface Noeud { enfants(first: Int = 20): TerritoireConnection }
  type Engagement { code: ID! mots: [String!]! enjeu: Enjeu! }
  type Enjeu { numero: Int! engagements: [Engagement!]! }
  type Territoire implements Noeud {
    nom: String! parents: [Territoire!]! enfants(first: Int = 20): TerritoireConnection
  }
  type TerritoireConnection { nodes: [Territoire!]! edges: [TerritoireEdge!]! total: Int! }
  type TerritoireEdge { cursor: String! node: Territoire! }
`);

function cout(query: string, variables: Record<string, unknown> | null = null): number {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('an operation was expected');
  const estimate = estimateCost(schema, document, operation);
  return variables === null ? estimate.auPlus : estimate.avec(variables);
}

describe('coût estimé d’une opération', () => {
  it('compte chaque champ une fois hors des listes', () => {
    expect(cout('{ __typename noeud { __typename } }')).toBe(1);
    expect(cout('{ __schema { types { name } } }')).toBe(0);
  });

  it('multiplie ce que contient une liste, et les listes entre elles', () => {
    expect(cout('{ engagements { code mots } }')).toBe(1 + 10 * 2);
    expect(cout('{ engagements { enjeu { engagements { code } } } }')).toBe(
      1 + 10 * (1 + (1 + 10 * 1)),
    );
  });

  it('multiplie par la page demandée, là où sont ses éléments', () => {
    expect(cout('{ territoires(first: 7) { total nodes { nom } edges { node { nom } } } }')).toBe(
      1 + (1 + (1 + 7 * 1) + (1 + 7 * 2)),
    );
    expect(cout('{ territoires { nodes { nom } } }')).toBe(1 + (1 + 20 * 1));
    expect(cout('{ territoires(first: 2000000000) { nodes { nom } } }')).toBe(1 + (1 + 100 * 1));
    expect(cout('{ territoires(first: -5) { nodes { nom } } }')).toBe(1 + (1 + 1 * 1));
    expect(cout('{ noeud { enfants(first: 3) { nodes { nom } } } }')).toBe(1 + (1 + (1 + 3)));
  });

  it('compte une page en variable par sa valeur, ou au plus quand elle n’est pas connue', () => {
    const query = 'query ($n: Int = 5) { territoires(first: $n) { nodes { nom } } }';
    expect(cout(query)).toBe(1 + (1 + 100));
    expect(cout(query, { n: 30 })).toBe(1 + (1 + 30));
    expect(cout(query, {})).toBe(1 + (1 + 5));
    expect(cout(query, { n: null })).toBe(1 + (1 + 20));
    expect(cout(query, { n: 'mille' })).toBe(1 + (1 + 20));
    expect(cout(query, { n: Number.POSITIVE_INFINITY })).toBe(1 + (1 + 100));
  });

  it('compte un fragment à chaque endroit, selon la page où il est', () => {
    const query = `
      { a: territoires(first: 2) { ...F } b: territoires(first: 9) { ...F } }
      fragment F on TerritoireConnection { nodes { ... on Territoire { nom } } }`;
    expect(cout(query)).toBe(1 + (1 + 2) + 1 + (1 + 9));
  });

  it('reste rapide quand les fragments doublent à chaque niveau', () => {
    const niveaux = Array.from(
      { length: 60 },
      (_, i) =>
        `fragment F${i} on Engagement { enjeu { engagements { ...F${i + 1} ...F${i + 1} } } }`,
    );
    const query = `{ engagements { ...F0 } } ${niveaux.join(' ')} fragment F60 on Engagement { code }`;
    expect(cout(query)).toBeGreaterThan(1e60);
  });
});
