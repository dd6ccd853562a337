import { z } from 'zod';
import { bodyOf, type Candidate, type Field } from './candidates.js';
import type { Charge, GatewayFigure, Measure } from './figures.js';
import type { Child } from './processes/child.js';
import { median } from './quantile.js';
import { type Scenario, TURNS } from './scenarios.js';

export interface Load {
  readonly charge: Charge;
  readonly connexions: number;
}

export interface MeasureOptions {
  readonly scenarios: readonly Scenario[];
  readonly loads: readonly Load[];
  readonly repetitions: number;
  readonly dureeMs: number;
  readonly onMeasure: (done: number, total: number) => void;
}

const loadSchema = z.object({
  answers: z.number(),
  elapsedMs: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
});

/**
 * Repeats are interleaved and candidates change places at each, so that a busy moment of the
 * machine, or its slow decline, falls on everyone.
 */
export async function measureGateways(
  field: Field,
  load: Child,
  o: MeasureOptions,
): Promise<readonly GatewayFigure[]> {
  const cells = o.scenarios.flatMap((scenario) => o.loads.map((of) => ({ scenario, load: of })));
  for (const scenario of o.scenarios) await warmUp(field, load, scenario, o.dureeMs);
  const measures = new Map<string, Measure[]>();
  const total = o.repetitions * cells.length * field.candidates.length;
  let done = 0;
  for (let repeat = 0; repeat < o.repetitions; repeat += 1) {
    for (const cell of cells) {
      for (const candidate of rotated(field.candidates, repeat)) {
        const measure = await measureOnce(field, load, { candidate, ...cell, dureeMs: o.dureeMs });
        const key = keyOf(candidate, cell.scenario, cell.load);
        measures.set(key, [...(measures.get(key) ?? []), measure]);
        done += 1;
        o.onMeasure(done, total);
      }
    }
  }
  return cells.flatMap((cell) =>
    field.candidates.map((candidate) => ({
      candidat: candidate.nom,
      scenario: cell.scenario.nom,
      ...cell.load,
      ...medians(measures.get(keyOf(candidate, cell.scenario, cell.load)) ?? []),
    })),
  );
}

interface One {
  readonly candidate: Candidate;
  readonly scenario: Scenario;
  readonly load: Load;
  readonly dureeMs: number;
}

async function measureOnce(field: Field, load: Child, one: One): Promise<Measure> {
  await field.countCalls();
  const before = await one.candidate.usage();
  const answer = await run(load, one);
  const after = await one.candidate.usage();
  const calls = await field.countCalls();
  return {
    rps: (answer.answers / answer.elapsedMs) * 1_000,
    p50Ms: answer.p50Ms,
    p99Ms: answer.p99Ms,
    cpuMsPerRequest: (after.cpuMicros - before.cpuMicros) / 1_000 / answer.answers,
    callsPerRequest: calls / answer.answers,
  };
}

async function run(load: Child, { candidate, scenario, load: of, dureeMs }: One) {
  const turns = of.charge === 'identiques' ? 1 : TURNS;
  return loadSchema.parse(
    await load.ask({
      origin: candidate.origin,
      path: candidate.path(scenario),
      bodies: Array.from({ length: turns }, (_, i) => bodyOf(scenario, i + 1)),
      connexions: of.connexions,
      dureeMs,
    }),
  );
}

/** Code compiled, answers of the partners remembered, every turn asked once at least. */
async function warmUp(
  field: Field,
  load: Child,
  scenario: Scenario,
  dureeMs: number,
): Promise<void> {
  for (const candidate of field.candidates) {
    const of: Load = { charge: 'distinctes', connexions: 10 };
    await run(load, { candidate, scenario, load: of, dureeMs });
  }
}

export function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

export function medians(
  measures: readonly Measure[],
): Measure & Pick<GatewayFigure, 'repetitions'> {
  const of = (read: (measure: Measure) => number): number => median(measures.map(read));
  return {
    rps: of(({ rps }) => rps),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    cpuMsPerRequest: of(({ cpuMsPerRequest }) => cpuMsPerRequest),
    callsPerRequest: of(({ callsPerRequest }) => callsPerRequest),
    repetitions: measures,
  };
}

const keyOf = (candidate: Candidate, scenario: Scenario, load: Load): string =>
  `${candidate.nom}/${scenario.nom}/${load.charge}/${load.connexions}`;
