import { readFileSync } from 'node:fs';
import { composeGraph } from '@passerelle/composition';
import { PlanningError } from '@passerelle/planner';
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
  /** What the planning engine in place may refuse, of 100 operations. */
  readonly refusals: number;
}

const SUBJECTS: readonly Subject[] = [
  { name: 'commerce', schemas: commerce, kinds: ['query', 'mutation'], refusals: 20 },
  { name: 'medias', schemas: medias, kinds: ['query'], refusals: 40 },
  { name: 'partages', schemas: partages, kinds: ['query'], refusals: 0 },
  { name: 'protocole', ...protocole(), kinds: ['query', 'mutation'], refusals: 0 },
];

describe.each(SUBJECTS)('$name, comparé à graphql-js', (subject) => {
  const { name, kinds, refusals } = subject;

  test.each(kinds)('donne la même réponse : %s', async (kind) => {
    const graph = createLocalGraph({ ...subject, seed: `${SEED}/${name}` });
    let refused = 0;
    for (let i = 0; i < OPERATIONS; i += 1) {
      const { seen, answer, expected } = await both(graph, `${name}/${kind}/${i}`, kind);
      if (answer === null) refused += 1;
      else expect(JSON.stringify(answer.data), seen).toBe(JSON.stringify(expected.data));
    }
    expect(refused).toBeLessThanOrEqual((refusals * OPERATIONS) / 100);
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
      if (answer === null) continue;
      expect(JSON.stringify(answer.data), seen).toBe(JSON.stringify(expected.data));
      expect((answer.errors ?? []).length > 0, seen).toBe((expected.errors ?? []).length > 0);
      for (const error of answer.errors ?? []) {
        expect(error.extensions.code, seen).toBe('ERREUR_PARTENAIRE');
        expect(Object.keys(schemas), seen).toContain(error.extensions.partenaire);
      }
    }
  });
});

/** One generated operation, answered twice; a null answer is a refusal to plan. */
async function both(graph: LocalGraph, seed: string, kind: 'query' | 'mutation') {
  const { document, variables } = generateOperation(graph.apiSchema, `${SEED}/${seed}`, kind);
  const expected = await graph.reference(document, variables);
  const answer = await graph.answer(document, variables).catch((error: unknown) => {
    if (error instanceof PlanningError) return null;
    throw error;
  });
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
