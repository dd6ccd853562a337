import { introspectionFromSchema, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { apiSchemaOf } from './api-schema-of.js';
import { authorisationOf } from './authorisation-of.js';
import { subgraphsOf } from './subgraphs-of.js';
import { unavailableCoordinates } from './unavailable-coordinates.js';

/** As Apollo's composer writes them, with renamed imports and without commas where it likes. */
const SUPERGRAPH = `
schema
  @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
  @link(url: "https://specs.apollo.dev/inaccessible/v0.2", as: "cache", for: SECURITY)
  @link(url: "https://specs.apollo.dev/tag/v0.3")
  @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "portees", for: SECURITY)
  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
  @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)
  @link(url: "https://exemple.test/maison/v1.0", import: ["@maison", { name: "@autre", as: "@renommee" }, "@renommee_a_l_appel"])
{ query: Racine mutation: Mutation }
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__field(graph: join__Graph, requires: join__FieldSet, external: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @cache on FIELD_DEFINITION | OBJECT | ENUM_VALUE | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | UNION
directive @tag(name: String!) repeatable on FIELD_DEFINITION
directive @portees(scopes: [[portees__Scope!]!]!) on FIELD_DEFINITION | OBJECT
directive @authenticated on FIELD_DEFINITION | OBJECT
directive @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT
directive @maison on FIELD_DEFINITION
directive @renommee on FIELD_DEFINITION
directive @suivi(motif: String) on FIELD
directive @renommee_a_l_appel(pour: Nature) on FIELD
scalar join__FieldSet
scalar portees__Scope
scalar policy__Policy
scalar link__Import
enum join__Graph { A_1 @join__graph(name: "a-1" url: "http://a.test") B @join__graph(name: "b", url: "http://b.test") }
"La racine."
type Racine @join__type(graph: A_1) @join__type(graph: B) {
  dossier(id: ID!, secret: String @cache): Dossier @join__field(graph: B) @authenticated @tag(name: "x") @maison @renommee
  cachee: Int @cache @join__field(graph: A_1)
  perdu: Perdu @join__field(graph: A_1)
  nature: Nature @join__field(graph: A_1)
  liste(f: Filtre): [Chose] @join__field(graph: A_1) @deprecated(reason: "vieux")
}
type Mutation @join__type(graph: B) { clore: Int @portees(scopes: [["a", "b"], ["c"]]) @policy(policies: [["p"]]) }
type Dossier @join__type(graph: B, key: "id") @portees(scopes: [["dossier:lire"]]) { id: ID! nom: String }
type Perdu @cache @join__type(graph: A_1) { x: Int }
enum Nature @join__type(graph: A_1) { VISIBLE CACHEE @cache }
input Filtre @join__type(graph: A_1) { n: Int = 3 secret: String @cache }
union Chose @join__type(graph: A_1) = Dossier | Perdu
`;

describe('schéma que voient les clients', () => {
  const schema = apiSchemaOf(SUPERGRAPH);

  test('sans ce qui est caché ni le vocabulaire de la fédération', () => {
    expect(printSchema(schema)).toBe(
      [
        'schema {\n  query: Racine\n  mutation: Mutation\n}',
        'directive @suivi(motif: String) on FIELD',
        // Of a specification, but clients may write it.
        'directive @renommee_a_l_appel(pour: Nature) on FIELD',
        '"""La racine."""\ntype Racine {\n  dossier(id: ID!): Dossier\n  nature: Nature\n  liste(f: Filtre): [Chose] @deprecated(reason: "vieux")\n}',
        'type Mutation {\n  clore: Int\n}',
        'type Dossier {\n  id: ID!\n  nom: String\n}',
        'enum Nature {\n  VISIBLE\n}',
        'input Filtre {\n  n: Int = 3\n}',
        'union Chose = Dossier',
      ].join('\n\n'),
    );
  });

  test('dit à l’exécuteur ce que des types publics ont de caché', () => {
    expect(schema.getType('Nature')?.extensions).toEqual({ hidden: ['CACHEE'] });
    expect(schema.getType('Chose')?.extensions).toEqual({ hidden: ['Perdu'] });
    expect(schema.getType('Dossier')?.extensions).toEqual({});
  });

  test('se laisse interroger', () => {
    expect(introspectionFromSchema(schema).__schema.queryType.name).toBe('Racine');
  });
});

test('adresses des sous-graphes, aux noms publiés', () => {
  expect(subgraphsOf(SUPERGRAPH)).toEqual([
    { partenaire: 'a-1', url: 'http://a.test' },
    { partenaire: 'b', url: 'http://b.test' },
  ]);
});

test('exigences par coordonnée, sous les noms importés', () => {
  expect(Object.fromEntries(authorisationOf(SUPERGRAPH))).toEqual({
    'Racine.dossier': { authenticated: true, scopes: [], policies: [] },
    'Mutation.clore': { authenticated: false, scopes: [['a', 'b'], ['c']], policies: [['p']] },
    Dossier: { authenticated: false, scopes: [['dossier:lire']], policies: [] },
  });
});

test('champs perdus et qui les donnait', () => {
  const degradedSchema = apiSchemaOf(
    'enum join__Graph { A_1 @join__graph(name: "a-1", url: "") } type Query { x: Int } type Racine { perdu: Int cachee: Int nature: Int liste: Int }',
  );
  const found = unavailableCoordinates({
    supergraphSdl: SUPERGRAPH,
    degradedSchema,
    absents: ['a-1', 'b'],
  });

  expect(Object.fromEntries(found)).toEqual({
    'Racine.dossier': 'b',
    'Mutation.clore': 'b',
    'Dossier.id': 'b',
    'Dossier.nom': 'b',
    'Perdu.x': 'a-1',
  });
});
