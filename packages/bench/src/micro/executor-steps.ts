import { composeGraph } from '@passerelle/composition';
import {
  compileOperation,
  executeOperation,
  type SubgraphRequest,
  type SubgraphResponse,
} from '@passerelle/executor';
import { createPlanner, type Plan } from '@passerelle/planner';
import { type GraphQLSchema, parse, printSchema } from 'graphql';
import { subgraphSchema } from '../fake/subgraph-schema.js';
import type { World } from '../fake/world.js';
import type { BenchGraph } from '../graph.js';
import { createHiveRouter } from '../peer/hive-router.js';
import type { Scenario } from '../scenarios.js';

/** What an executor does with one operation, step by step, without a network. */
export interface ExecutorSteps {
  plan(): Promise<unknown>;
  compile(): unknown;
  /** Reads the partners' answers and does nothing with them. */
  parse(): unknown;
  execute(): Promise<unknown>;
  /** Writes the answer of an operation that one partner would have given whole, already read. */
  project(): Promise<unknown>;
  peerExecute(): Promise<unknown>;
}

const signal = new AbortController().signal;

export async function executorSteps(
  graph: BenchGraph,
  world: World,
  { query, variables: variablesOf }: Scenario,
): Promise<ExecutorSteps> {
  const document = parse(query);
  const variables = variablesOf(1);
  const planner = createPlanner(graph.supergraphSdl);
  const plan = await planner.plan({ document: query });
  const compile = (apiSchema: GraphQLSchema, of: Plan) =>
    compileOperation({ apiSchema, document, plan: of });
  const compiled = compile(graph.apiSchema, plan);
  const answers = rememberedAnswers(graph, world);
  const fetch = async (request: SubgraphRequest): Promise<SubgraphResponse> =>
    parseAnswer(answers.text(request.partenaire, request.query, request.variables));
  const whole = await wholeGraph(graph, world, query, variables);
  const compiledWhole = compile(whole.apiSchema, whole.plan);
  const peer = await createHiveRouter(graph.supergraphSdl, async (call) =>
    parseAnswer(answers.text(call.partenaire, call.query, call.variables)),
  );

  const steps: ExecutorSteps = {
    plan: () => planner.plan({ document: query }),
    compile: () => compile(graph.apiSchema, plan),
    parse: () => texts.map(parseAnswer),
    execute: () => executeOperation(compiled, { variables, fetch, context: null, signal }),
    project: () =>
      executeOperation(compiledWhole, {
        variables,
        // A fresh root each time: the executor makes an answer its own, and adds to it.
        fetch: async () => ({ data: { ...whole.data } }),
        context: null,
        signal,
      }),
    peerExecute: () => peer(query, variables),
  };
  await steps.execute();
  const texts = answers.all();
  return steps;
}

function parseAnswer(text: string): { data?: unknown } {
  const answer: { data?: unknown } = JSON.parse(text);
  return answer;
}

/** The partners' answers, worked out when they are first asked. */
function rememberedAnswers({ schemas }: BenchGraph, world: World) {
  const partners = new Map([...schemas].map(([name, sdl]) => [name, subgraphSchema(sdl)]));
  const known = new Map<string, string>();
  return {
    all: () => [...known.values()],
    text(partenaire: string, query: string, variables: string): string {
      const key = `${partenaire}\0${query}\0${variables}`;
      let text = known.get(key);
      if (text === undefined) {
        const schema = partners.get(partenaire);
        if (schema === undefined) throw new Error(`no partner ${partenaire}`);
        text = JSON.stringify(world.answer(schema, query, JSON.parse(variables)));
        known.set(key, text);
      }
      return text;
    },
  };
}

/** The same graph held by one partner alone: its plan is one fetch, its execution a projection. */
async function wholeGraph(
  { apiSchema }: BenchGraph,
  world: World,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) {
  const composed = composeGraph([
    { partenaire: 'etat', url: 'http://127.0.0.1/', schema: `${LINK}\n${printSchema(apiSchema)}` },
  ]);
  if (!composed.ok) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  const plan = await createPlanner(composed.supergraphSdl).plan({ document: query });
  if (plan.node?.kind !== 'Fetch') throw new Error('one partner alone should be asked once');
  const { data } = world.answer(apiSchema, plan.node.operation, variables);
  if (data === undefined || data === null) throw new Error('the whole graph gave nothing');
  return { apiSchema, plan, data };
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
