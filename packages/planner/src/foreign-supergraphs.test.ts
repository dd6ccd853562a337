import { describe, expect, test } from 'vitest';
import { createPlanner } from './create-planner.js';
import type { PlanNode } from './plan.js';

/** Supergraphs of shapes that our own partners don't have. */
const HEAD = `
schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { A @join__graph(name: "a", url: "http://a.test") B @join__graph(name: "b", url: "http://b.test") C @join__graph(name: "c", url: "http://c.test") }
`;

describe('une union que chacun connaît en partie, sur un champ partagé', () => {
  const planner = createPlanner(`${HEAD}
type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
  dossier: Dossier @join__field(graph: A)
  suivi: Dossier @join__field(graph: B)
}
type Dossier @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! volet: Volet }
type Volet @join__type(graph: A) @join__type(graph: B) { pieces: [Piece!]! }
union Piece
  @join__type(graph: A) @join__type(graph: B)
  @join__unionMember(graph: A, member: "Note") @join__unionMember(graph: B, member: "Note")
  @join__unionMember(graph: A, member: "Plan") @join__unionMember(graph: A, member: "Photo")
  = Note | Plan | Photo
type Note @join__type(graph: A) @join__type(graph: B) { texte: String }
type Plan @join__type(graph: A) { echelle(unite: String): Int }
type Photo @join__type(graph: A, key: "id") @join__type(graph: C, key: "id") {
  id: ID!
  poids: Int @join__field(graph: A)
  auteur: String @join__field(graph: C)
}
`);
  const calls = async (document: string) => fetches((await planner.plan({ document })).node);

  test('qui la donne dit aussi les membres que l’autre n’a pas', async () => {
    const [only, ...others] = await calls(
      'query ($u: String) { dossier { volet { pieces { ... on Note { texte } ... on Plan { e: echelle(unite: $u) } } } } }',
    );

    expect(others).toEqual([]);
    expect(only).toMatch(/^a query ?\(\$u: ?String\)/);
    expect(only).toContain('... on Plan { _r0: echelle(unite: $u) }');
    expect(only).toContain('{ texte }');
  });

  test('ce qu’un autre sait d’un de ces membres lui est demandé ensuite', async () => {
    const [first, second, ...others] = await calls(
      '{ dossier { volet { pieces { __typename ... on Photo { poids auteur } } } } }',
    );

    expect(others).toEqual([]);
    expect(first).toMatch(/^a .*\.\.\. on Photo \{ __typename id poids \}/);
    expect(second).toMatch(/^c .*on Photo ?\{ ?auteur ?\}/);
  });

  test('qui ne connaît pas ce membre n’en est pas interrogé', async () => {
    const [only, ...others] = await calls(
      '{ suivi { volet { pieces { __typename ... on Plan { echelle } } } } }',
    );

    expect(others).toEqual([]);
    expect(only).toBe('b {suivi{volet{pieces{__typename}}}}');
  });
});

test('ce que fournit un champ sert, même quand le type d’un objet est demandé', async () => {
  const planner = createPlanner(`${HEAD}
type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
  lieu: Lieu @join__field(graph: A) @join__field(graph: B, provides: "acces { nom }")
}
type Lieu @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
  id: ID!
  acces: [Acces] @join__field(graph: B, external: true) @join__field(graph: C)
}
interface Acces @join__type(graph: B) @join__type(graph: C) { nom: String }
type Rampe implements Acces
  @join__implements(graph: B, interface: "Acces") @join__implements(graph: C, interface: "Acces")
  @join__type(graph: B, key: "id") @join__type(graph: C, key: "id")
{ id: ID! nom: String @join__field(graph: B, external: true) @join__field(graph: C) }
type Quai implements Acces
  @join__implements(graph: B, interface: "Acces") @join__implements(graph: C, interface: "Acces")
  @join__type(graph: B, key: "id") @join__type(graph: C, key: "id")
{ id: ID! nom: String @join__field(graph: B, external: true) @join__field(graph: C) }
`);
  const { node } = await planner.plan({ document: '{ lieu { acces { __typename nom } } }' });
  const calls = fetches(node);

  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatch(/^b .*acces ?\{ ?__typename/);
});

test('des besoins avec des arguments qui se gênent sont planifiés champ par champ', async () => {
  const planner = createPlanner(`${HEAD}
type Query @join__type(graph: A) @join__type(graph: B) { lots: [Lot] @join__field(graph: B) }
type Lot @join__type(graph: A, key: "ref") @join__type(graph: B, key: "ref") {
  ref: ID!
  masse: Int @join__field(graph: A, external: true) @join__field(graph: B)
  cout(devise: String!): Int @join__field(graph: A, external: true) @join__field(graph: B)
  envoi: Int @join__field(graph: A, requires: "cout(devise: \\"USD\\") masse")
  envoiEur: Int @join__field(graph: A, requires: "cout(devise: \\"EUR\\") masse")
  famille: Famille @join__field(graph: A, external: true) @join__field(graph: B)
  cher: Boolean @join__field(graph: A, requires: "famille { moyenne(devise: \\"USD\\") }")
}
type Famille @join__type(graph: A) @join__type(graph: B) {
  moyenne(devise: String!): Int @join__field(graph: A, external: true) @join__field(graph: B)
}
`);
  const { node } = await planner.plan({
    document: '{ lots { envoiEur cher m: masse e: envoiEur envoi masse } }',
  });
  const asked = fetches(node).join('\n');

  for (const devise of ['USD', 'EUR']) expect(asked).toContain(`cout(devise: "${devise}")`);
  for (const field of ['envoi', 'envoiEur', 'cher']) {
    expect(asked).toMatch(new RegExp(`^a .*on Lot ?\\{[^}]*\\b${field}\\b`, 'm'));
  }
});

/** `partner operation`, on one line, in the order of the plan. */
function fetches(node: PlanNode | null): string[] {
  switch (node?.kind) {
    case 'Fetch':
    case 'BatchFetch':
      return [`${node.partenaire} ${node.operation.replaceAll(/\s+/g, ' ')}`];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetches);
    case 'Flatten':
      return fetches(node.node);
    default:
      return [];
  }
}
