import { z } from 'zod';
import { entityKeys } from '../fake/subgraph-schema.js';
import { createWorld } from '../fake/world.js';
import { readGraph } from '../graph.js';
import { cpuCost } from '../micro/cpu-cost.js';
import { executorSteps } from '../micro/executor-steps.js';
import { readScenarios } from '../scenarios.js';
import { playRole, readSettings } from './play-role.js';

/** The executor alone, in a process of its own: nothing here listens. */
const questionSchema = z.object({ scenario: z.string(), batches: z.number(), batchMs: z.number() });
const graph = readGraph('http://127.0.0.1');
const world = createWorld(entityKeys(graph.schemas.values()));

await readSettings();
playRole({}, async (question) => {
  const { scenario: nom, ...o } = questionSchema.parse(question);
  const scenario = readScenarios().find((each) => each.nom === nom);
  if (scenario === undefined) throw new Error(`no scenario ${nom}`);
  const steps = await executorSteps(graph, world, scenario);
  const costs = await cpuCost(
    {
      planMicros: steps.plan,
      compileMicros: steps.compile,
      parseMicros: steps.parse,
      executeMicros: steps.execute,
      projectMicros: steps.project,
      peerExecuteMicros: steps.peerExecute,
    },
    o,
  );
  return { scenario: nom, ...costs };
});
