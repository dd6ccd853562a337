import { readFileSync } from 'node:fs';
import { composeGraph } from '@passerelle/composition';
import { describe, expect, test } from 'vitest';
import { commerce } from './graphs/commerce.js';
import { medias } from './graphs/medias.js';
import { partages } from './graphs/partages.js';
import { generateOperation } from './support/generate-operation.js';
import {
  createLocalGraph,
  type LocalGraph,
  type LocalGraphOptions,
} from './support/local-graph.js';

/** More by hand: `OPERATIONS=5000 SEED=hier pnpm test differential`. */
const OPERATIONS = Number(process.env['OPERATIONS'] ?? 80);
const SEED = process.env['SEED'] ?? 'passerelle';

interface Subject extends LocalGraphOptions {
  readonly name: string;
  readonly kinds: readonly ('query' | 'mutation')[];
}

const SUBJECTS: readonly Subject[] = [
  { name: 'commerce', schemas: commerce, kinds: ['query', 'mutation'] },
  { name: 'medias', schemas: medias, kinds: ['query'] },
  { name: 'partages', schemas: partages, kinds: ['query'] },
  { name: 'protocole', ...protocole(), kinds: ['query', 'mutation'] },
];

describe.each(SUBJECTS)('$name, comparé à graphql-js', (subject) => {
  const { name, kinds } = subject;

  test.each(kinds)('donne la même réponse : %s', async (kind) => {
    const graph = createLocalGraph({ ...subject, seed: `${SEED}/${name}` });
    for (let i = 0; i < OPERATIONS; i += 1) {
      const { seen, answer, expected } = await both(graph, `${name}/${kind}/${i}`, kind);
      expect(JSON.stringify(answer.data), seen).toBe(JSON.stringify(expected.data));
      expect((answer.errors ?? []).length, seen).toBe((expected.errors ?? []).length);
    }
  });
});

// Not commerce: an input of a `@requires` that can't be null, when it fails, nulls an object that
// the client asks for too. That is so in any gateway.
const WITHOUT_NEEDS = SUBJECTS.filter(({ name }) => name !== 'commerce');

describe.each(WITHOUT_NEEDS)('$name, des résolveurs échouent', (subject) => {
  test('donne les mêmes nuls, chacun avec sa cause', async () => {
    const { name, schemas } = subject;
    const graph = createLocalGraph({ ...subject, seed: `${SEED}/${name}`, errors: 0.08 });
    for (let i = 0; i < OPERATIONS; i += 1) {
      const { seen, answer, expected } = await both(graph, `${name}/error/${i}`, 'query');
      expect(JSON.stringify(answer.data), seen).toBe(JSON.stringify(expected.data));
      // More may be told: a column that only the plan asked for can fail too.
      if (expected.errors) expect(answer.errors, seen).not.toBeUndefined();
      for (const error of answer.errors ?? []) {
        expect(error.extensions.code, seen).toBe('ERREUR_PARTENAIRE');
        expect(Object.keys(schemas), seen).toContain(error.extensions.partenaire);
      }
    }
  });
});

/** One generated operation, answered twice. */
async function both(graph: LocalGraph, seed: string, kind: 'query' | 'mutation') {
  const { document, variables } = generateOperation(graph.apiSchema, `${SEED}/${seed}`, kind);
  const expected = await graph.reference(document, variables);
  const answer = await graph.answer(document, variables);
  return { seen: `${document}\n${JSON.stringify(variables)}`, answer, expected };
}

function protocole(): LocalGraphOptions {
  const partners = ['etat', 'region', 'pole-emploi'].map((partenaire) => ({
    partenaire,
    url: `http://${partenaire}.test/graphql`,
    schema: readFileSync(
      new URL(`../../../services/${partenaire}/schema.graphql`, import.meta.url),
      'utf8',
    ),
  }));
  const composed = composeGraph(partners);
  if (!composed.ok) throw new Error(JSON.stringify(composed.errors));
  return {
    schemas: Object.fromEntries(partners.map(({ partenaire, schema }) => [partenaire, schema])),
    supergraphSdl: composed.supergraphSdl,
  };
}
