import { availableParallelism } from 'node:os';
import type { BenchOptions } from './arguments.js';
import { startField } from './candidates.js';
import { compareAnswers } from './compare-answers.js';
import { type ExecutorFigure, type Figures, microSchema } from './figures.js';
import { type Load, measureGateways } from './measure-gateways.js';
import type { Child } from './processes/child.js';
import { startRole } from './processes/start-role.js';
import { readScenarios, type Scenario } from './scenarios.js';

export interface Progress {
  /** One line about what begins. */
  readonly say: (text: string) => void;
  readonly count: (done: number, total: number) => void;
}

/**
 * Compares, then measures, everyone in one run. Leaves no process behind, whatever happens.
 *
 * @throws Error when answers differ, or when a process of the bench ends
 */
export async function runBench(options: BenchOptions, progress: Progress): Promise<Figures> {
  const scenarios = chosen(options.scenarios);
  const profileFolder = options.profils ?? undefined;
  const { repetitions, dureeMs } = options;
  progress.say('Démarrage des partenaires fictifs, de la passerelle, du pair et du plancher');
  const field = await startField(scenarios, { journal: options.journal, profileFolder });
  const others: Child[] = [];
  try {
    progress.say('Comparaison des réponses');
    const compared = await compareAnswers(field, scenarios);
    const load = await startRole('load', { name: 'charge', settings: {} });
    others.push(load);
    progress.say('Mesure des passerelles');
    const gateways = await measureGateways(field, load, {
      scenarios,
      loads: loadsOf(options.connexions),
      repetitions,
      dureeMs,
      onMeasure: progress.count,
    });
    const usages = await Promise.all(field.candidates.map((candidate) => candidate.usage()));
    const peaks = usages.map(({ peakRssKiB }) => Math.round(peakRssKiB / 1_024));
    // The gateways leave first: the executor is measured on a quiet machine.
    await field.stop();
    progress.say('Mesure de l’exécuteur seul');
    const micro = await startRole('micro', { name: 'executeur', settings: {}, profileFolder });
    others.push(micro);
    const executor: ExecutorFigure[] = [];
    for (const { nom } of scenarios) {
      executor.push(
        microSchema.parse(
          await micro.ask({ scenario: nom, batches: BATCHES, batchMs: dureeMs / BATCHES }),
        ),
      );
      progress.count(executor.length, scenarios.length);
    }
    const [passerelle = 0, pair = 0, plancher = 0] = peaks;
    return {
      date: new Date().toISOString(),
      node: process.versions.node,
      cores: availableParallelism(),
      repetitions,
      dureeMs,
      journal: options.journal,
      scenarios: compared,
      gateways,
      peakRssMiB: { passerelle, pair, plancher },
      executor,
    };
  } finally {
    await Promise.all([field.stop(), ...others.map((child) => child.stop())]);
  }
}

const BATCHES = 11;

/** Different requests at each number of clients; equal ones, that share their calls, at the highest. */
function loadsOf(connexions: readonly number[]): readonly Load[] {
  return [
    ...connexions.map((each): Load => ({ charge: 'distinctes', connexions: each })),
    { charge: 'identiques', connexions: Math.max(...connexions) },
  ];
}

export class ScenarioInconnu extends Error {}

function chosen(names: readonly string[]): readonly Scenario[] {
  const all = readScenarios();
  if (names.length === 0) return all;
  return names.map((name) => {
    const found = all.find(({ nom }) => nom === name);
    if (found !== undefined) return found;
    const known = all.map(({ nom }) => nom).join(', ');
    throw new ScenarioInconnu(`Le scénario « ${name} » n’existe pas ; il y a ${known}.`);
  });
}
