import { type ChaosOptions, readArguments } from './arguments.js';
import type { Scenario, ScenarioDeps, ScenarioOutcome } from './scenario.js';
import { rechargement } from './scenarios/rechargement.js';
import { registreArrete } from './scenarios/registre-arrete.js';

const SCENARIOS: readonly Scenario[] = [rechargement, registreArrete];

export class ScenarioInconnu extends Error {}

/** @throws ArgumentInvalide, ScenarioInconnu in words for the person at the keyboard */
export function chooseScenario(args: readonly string[]): {
  options: ChaosOptions;
  run: (deps: ScenarioDeps) => Promise<ScenarioOutcome>;
} {
  const options = readArguments(args);
  const scenario = SCENARIOS.find(({ nom }) => nom === options.scenario);
  if (scenario === undefined) {
    const connus = SCENARIOS.map(({ nom }) => nom).join(', ');
    throw new ScenarioInconnu(`Le scénario « ${options.scenario} » n’existe pas : ${connus}.`);
  }
  return { options, run: (deps) => scenario.run(options, deps) };
}
