import { introspectionFromSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { apiSchemaInSlices, apiSchemaOf } from './api-schema-of.js';
import { composeGraph } from './compose-graph.js';
import type { SousGraphe } from './sous-graphe.js';

const SOUS_GRAPHES: readonly SousGraphe[] = [
  {
    partenaire: 'etat',
    url: 'http://etat.test',
    schema: `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@shareable"])
      "Ce que l’on suit."
      interface Suivi { id: ID! }
      type Engagement implements Suivi @key(fields: "id") { id: ID! etat: Etat! ancien: Int @deprecated(reason: "Remplacé") }
      enum Etat { OUVERT CLOS SECRET @inaccessible }
      input Filtre { etat: Etat = OUVERT, texte: [String!] = ["a"] }
      input Choix @oneOf { nom: String numero: Int }
      scalar Jour @specifiedBy(url: "https://jour.test")
      type Query { engagements(filtre: Filtre, choix: Choix, le: Jour): [Suivi!]! trouve: Trouvaille }
      type Mutation { clore(id: ID!): Engagement }
      type Subscription { clos: Engagement }
      union Trouvaille = Engagement | Lieu
      type Lieu @shareable { nom: String }
    `,
  },
  {
    partenaire: 'region',
    url: 'http://region.test',
    schema: `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
      type Engagement @key(fields: "id") { id: ID! noteRegion: String }
      type Query { lieux: [Lieu!]! }
      type Lieu @shareable { nom: String }
    `,
  },
];

function supergraph(): string {
  const composed = composeGraph(SOUS_GRAPHES);
  if (!composed.ok) throw new Error(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

test('un schéma fait par tranches est celui que l’on fait d’une traite, mot pour mot', async () => {
  const text = supergraph();
  const sliced = await apiSchemaInSlices(text, () => undefined);
  const whole = apiSchemaOf(text);

  expect(printSchema(sliced)).toBe(printSchema(whole));
  expect(introspectionFromSchema(sliced)).toEqual(introspectionFromSchema(whole));
  expect(sliced.getType('Etat')?.extensions).toEqual({ hidden: ['SECRET'] });
  expect(printSchema(sliced)).toContain('le: Jour');
});

test('laisse passer les autres entre ses tranches, au moins une fois par type', async () => {
  let breaths = 0;
  const schema = await apiSchemaInSlices(supergraph(), async () => {
    breaths += 1;
    await new Promise((resolve) => setImmediate(resolve));
  });

  const own = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
  const builtIn = ['Int', 'Float', 'String', 'Boolean', 'ID'];
  expect(breaths).toBeGreaterThanOrEqual(own.filter((name) => !builtIn.includes(name)).length);
});

test('un texte qui ne se lit pas est refusé comme ailleurs', async () => {
  await expect(apiSchemaInSlices('type Query {', () => undefined)).rejects.toThrow('Syntax Error');
});
