import { z } from 'zod';

export type Candidat = 'passerelle' | 'pair' | 'plancher';

/** `distinctes`: every request has its own variables. `identiques`: all the same, calls are shared. */
export type Charge = 'distinctes' | 'identiques';

/** One measure of one candidate, as the load process and the candidate itself tell it. */
export interface Measure {
  readonly rps: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** User and system time of the whole process, garbage collection included. */
  readonly cpuMsPerRequest: number;
  readonly callsPerRequest: number;
}

export interface GatewayFigure extends Measure {
  readonly candidat: Candidat;
  readonly scenario: string;
  readonly charge: Charge;
  readonly connexions: number;
  /** What the medians above are medians of. */
  readonly repetitions: readonly Measure[];
}

export const microSchema = z.object({
  scenario: z.string(),
  /** CPU microseconds, median of the batches. */
  planMicros: z.number(),
  compileMicros: z.number(),
  parseMicros: z.number(),
  executeMicros: z.number(),
  projectMicros: z.number(),
  peerExecuteMicros: z.number(),
});

/** `parse`: only the reading of the partners' answers, a part of both `execute`. */
export type ExecutorFigure = z.infer<typeof microSchema>;

export interface ScenarioFigure {
  readonly scenario: string;
  readonly titre: string;
  readonly answerBytes: number;
}

export interface Figures {
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly repetitions: number;
  readonly dureeMs: number;
  /** Level of our gateway's journal. */
  readonly journal: string;
  readonly scenarios: readonly ScenarioFigure[];
  readonly gateways: readonly GatewayFigure[];
  /** Highest resident memory over the whole run, MiB. */
  readonly peakRssMiB: Readonly<Record<Candidat, number>>;
  readonly executor: readonly ExecutorFigure[];
}
