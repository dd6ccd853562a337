import type { ChaosOptions } from './arguments.js';

/** One thing that happens to the product under load, and what is counted meanwhile. */
export interface Scenario {
  readonly nom: string;
  readonly run: (options: ChaosOptions, deps: ScenarioDeps) => Promise<ScenarioOutcome>;
}

export interface ScenarioDeps {
  /** Progress, for the person who waits. */
  say(text: string): void;
}

export interface ScenarioOutcome {
  /** Written in the JSON file as they are. */
  readonly figures: object;
  /** Rows of the table: what, then how much. */
  readonly lignes: readonly (readonly [string, string])[];
  /** What must never happen, in French; empty when the promise is kept. */
  readonly manquements: readonly string[];
}
