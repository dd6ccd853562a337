import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlanner } from '@passerelle/planner';
import { z } from 'zod';
import { callWaves } from './call-waves.js';
import type { Candidat } from './figures.js';
import { type BenchGraph, readGraph } from './graph.js';
import type { Child } from './processes/child.js';
import { startRole } from './processes/start-role.js';
import { PRODUCT } from './rooms.js';
import type { Scenario } from './scenarios.js';

export interface Candidate {
  readonly nom: Candidat;
  readonly origin: string;
  path(scenario: Scenario): string;
  usage(): Promise<Usage>;
}

export interface Usage {
  readonly cpuMicros: number;
  readonly peakRssKiB: number;
}

/** Everything that runs during a bench, until `stop`. */
export interface Field {
  readonly graph: BenchGraph;
  readonly candidates: readonly Candidate[];
  /** Calls received by the partners since the last time it was asked. */
  countCalls(): Promise<number>;
  stop(): Promise<void>;
}

export interface FieldOptions {
  /** Level of our gateway's journal. */
  readonly journal: string;
  /** Where to leave CPU profiles. */
  readonly profileFolder?: string | undefined;
}

const readySchema = z.object({ port: z.number() });
const usageSchema = z.object({ cpuMicros: z.number(), peakRssKiB: z.number() });
const callsSchema = z.object({
  count: z.number(),
  calls: z.array(z.object({ path: z.string(), body: z.string() })),
});
const sentSchema = z.object({ query: z.string() });

type Call = z.infer<typeof callsSchema>['calls'][number];

/** Starts the partners, then our gateway, the peer and the floor in front of them. */
export async function startField(
  scenarios: readonly Scenario[],
  { journal, profileFolder }: FieldOptions,
): Promise<Field> {
  const children: Child[] = [];
  const start = async (...of: Parameters<typeof startRole>): Promise<[Child, string]> => {
    const child = await startRole(...of);
    children.push(child);
    return [child, `http://127.0.0.1:${readySchema.parse(child.ready).port}`];
  };
  const stop = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop()));
  };
  try {
    const schemas = Object.fromEntries(readGraph('http://127.0.0.1').schemas);
    const [subgraphs, origin] = await start('subgraphs', {
      name: 'sous-graphes',
      settings: { schemas },
    });
    const graph = readGraph(origin);
    const gateway = await withFile(graph.supergraphSdl, (supergraph) =>
      start('gateway', {
        name: 'passerelle',
        settings: { script: PRODUCT.gateway, supergraph, journal },
        profileFolder,
      }),
    );
    const peer = await start('peer', {
      name: 'pair',
      settings: { supergraphSdl: graph.supergraphSdl, origin },
      profileFolder,
    });
    const recorded = await recordCalls(subgraphs, graph, scenarios, gateway[1]);
    const floor = await start('floor', {
      name: 'plancher',
      settings: { origin, scenarios: recorded },
      profileFolder,
    });
    const graphql = (): string => '/graphql';
    return {
      graph,
      candidates: [
        candidate('passerelle', gateway, graphql),
        candidate('pair', peer, graphql),
        candidate('plancher', floor, ({ nom }) => `/${nom}`),
      ],
      countCalls: async () => callsSchema.parse(await subgraphs.ask({ record: false })).count,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A file for as long as `act` lasts: the gateway reads it once, when it starts. */
async function withFile<T>(content: string, act: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const path = join(folder, 'supergraph.graphql');
  try {
    writeFileSync(path, content);
    return await act(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function candidate(
  nom: Candidat,
  [child, origin]: readonly [Child, string],
  path: Candidate['path'],
): Candidate {
  return {
    nom,
    origin,
    path,
    usage: async () => usageSchema.parse(await child.ask({})),
  };
}

/** What the floor is to do: the calls that our gateway made for one request, and its answer. */
async function recordCalls(
  subgraphs: Child,
  graph: BenchGraph,
  scenarios: readonly Scenario[],
  origin: string,
): Promise<Record<string, { waves: Call[][]; answer: string }>> {
  const planner = createPlanner(graph.supergraphSdl);
  const recorded: Record<string, { waves: Call[][]; answer: string }> = {};
  for (const scenario of scenarios) {
    await subgraphs.ask({ record: true });
    const answer = await postTo(`${origin}/graphql`, bodyOf(scenario, 1));
    const { calls } = callsSchema.parse(await subgraphs.ask({ record: false }));
    const plan = await planner.plan({ document: scenario.query });
    recorded[scenario.nom] = { waves: inWaves(callWaves(plan), calls), answer };
  }
  return recorded;
}

/** The recorded calls, each in the wave of its operation. */
function inWaves(waves: readonly (readonly string[])[], calls: readonly Call[]): Call[][] {
  const left = calls.map((call) => ({
    call,
    query: sentSchema.parse(JSON.parse(call.body)).query,
  }));
  const placed = waves.map((wave) =>
    wave.flatMap((operation) => {
      const index = left.findIndex(({ query }) => query === operation);
      return index < 0 ? [] : left.splice(index, 1).map(({ call }) => call);
    }),
  );
  if (left.length > 0) throw new Error(`${left.length} calls are not in the plan`);
  return placed;
}

export function bodyOf({ query, variables }: Scenario, turn: number): string {
  return JSON.stringify({ query, variables: variables(turn) });
}

export async function postTo(url: string, body: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} ${answer.status} : ${text.slice(0, 500)}`);
  return text;
}
