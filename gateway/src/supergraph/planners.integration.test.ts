import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { composeGraph } from '@passerelle/composition';
import { createPlanner, PlanningError } from '@passerelle/planner';
import { afterEach, expect, test } from 'vitest';
import { createPlanners, type Planners } from './planners.js';

const LIEN =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const SCHEMAS = {
  etat: `${LIEN} type Query { engagement(code: ID!): Engagement }
    type Engagement @key(fields: "code") { code: ID! libelle: String! }`,
  region: `${LIEN} type Query { avancements: [Int!]! }
    type Engagement @key(fields: "code") { code: ID! avancementRegion: Int }`,
};
const DOCUMENT = `query Engagement { engagement(code: "E01") { code ...Suite } }
  fragment Suite on Engagement { libelle avancementRegion }`;

const supergraph = compose();
const workers: Worker[] = [];
let planners: Planners | undefined;
afterEach(async () => {
  workers.length = 0;
  await planners?.close();
});

function compose(): string {
  const composed = composeGraph(
    Object.entries(SCHEMAS).map(([partenaire, schema]) => ({
      partenaire,
      url: `http://${partenaire}.test/graphql`,
      schema,
    })),
  );
  if (!composed.ok) throw new Error(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

function observed(): Planners {
  planners = createPlanners(() => {
    const worker = new Worker(new URL('./planning-worker.ts', import.meta.url));
    workers.push(worker);
    return worker;
  });
  return planners;
}

test('un plan fait dans le fil est celui que l’on ferait sur place', async () => {
  const planner = await observed().open(supergraph);

  const plan = await planner.plan({ document: DOCUMENT });
  expect(plan).toEqual(await createPlanner(supergraph).plan({ document: DOCUMENT }));
  expect(plan.node?.kind).toBe('Sequence');
});

test('un supergraphe qui ne se lit pas est refusé avec son code', async () => {
  await expect(observed().open('type Query { a: Int }')).rejects.toMatchObject({
    name: 'PlanningError',
    code: 'SUPERGRAPHE_INVALIDE',
  });
});

test('un document qui ne se planifie pas est refusé avec son code', async () => {
  const planner = await observed().open(supergraph);

  const refused = planner.plan({ document: 'query A { __typename } query B { __typename }' });
  await expect(refused).rejects.toThrow(PlanningError);
  await expect(refused).rejects.toMatchObject({ code: 'PLANIFICATION_IMPOSSIBLE' });
});

test('un fil qui meurt est remplacé, et ce qui lui était demandé est demandé au suivant', async () => {
  const planner = await observed().open(supergraph);
  const [first] = workers;
  if (first === undefined) throw new Error('no thread');
  const gone = once(first, 'exit');

  const under = planner.plan({ document: DOCUMENT });
  void first.terminate();
  await gone;
  expect((await under).node?.kind).toBe('Sequence');
  expect((await planner.plan({ document: DOCUMENT })).node?.kind).toBe('Sequence');
  expect(workers).toHaveLength(2);
});

test('un fil qui ne tient pas ne garde personne en attente', async () => {
  planners = createPlanners(
    () => new Worker('throw new Error("une panne")', { eval: true, stderr: true }),
  );
  await expect(planners.open(supergraph)).rejects.toThrow('the planning thread ended');
});

test('un planificateur oublié est ouvert de nouveau quand on lui demande encore un plan', async () => {
  const all = observed();
  const former = await all.open(supergraph);
  for (let later = 0; later < 9; later += 1) await all.open(`${supergraph}\n# ${later}\n`);

  expect((await former.plan({ document: DOCUMENT })).node?.kind).toBe('Sequence');
  expect(workers).toHaveLength(1);
});

test('qui n’attend plus a la raison de son signal, sans que le fil s’arrête', async () => {
  const planner = await observed().open(supergraph);
  const abandoned = planner.plan({ document: DOCUMENT, signal: AbortSignal.abort('parti') });
  await expect(abandoned).rejects.toBe('parti');

  const controller = new AbortController();
  const later = planner.plan({ document: DOCUMENT, signal: controller.signal });
  controller.abort('parti aussi');
  await expect(later).rejects.toBe('parti aussi');
  expect((await planner.plan({ document: DOCUMENT })).node?.kind).toBe('Sequence');
});
