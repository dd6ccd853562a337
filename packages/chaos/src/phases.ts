import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Stage } from './stage.js';
import { type LoadFigures, loadFiguresSchema } from './tally.js';

const phasesSchema = z.object({ phases: z.record(z.string(), loadFiguresSchema) });

/** The load of a scenario, cut in phases that are counted apart. */
export interface Load {
  begin(phase: string): Promise<void>;
  /** Stops it, waits for what is in flight. */
  end(): Promise<Readonly<Record<string, LoadFigures>>>;
}

const CHAUFFE = 'chauffe';

/**
 * Holds the load for a while before the steady phase begins: code that is still being compiled and
 * connections that are still being opened are not what the scenario compares with.
 */
export async function startSteadyLoad(
  stage: Stage,
  { parSeconde, chauffeMs }: { parSeconde: number; chauffeMs: number },
  say: (text: string) => void,
): Promise<Load> {
  if (chauffeMs > 0) say(`Mise en température, ${parSeconde.toFixed(0)} requêtes par seconde`);
  const load = await startLoad(stage, parSeconde, CHAUFFE);
  await delay(chauffeMs);
  say(`Régime établi, ${parSeconde.toFixed(0)} requêtes par seconde`);
  await load.begin('etabli');
  return load;
}

/** Of the requests that were sent before the steady phase. */
export const warmUpOf = (phases: Readonly<Record<string, LoadFigures>>): LoadFigures =>
  phaseOf(phases, CHAUFFE);

/** Requests leave at this rate from now on, whatever comes back. */
export async function startLoad(stage: Stage, parSeconde: number, phase: string): Promise<Load> {
  const begin = async (nom: string): Promise<void> => {
    await stage.load.ask({ quoi: 'phase', nom });
  };
  await begin(phase);
  await stage.load.ask({ quoi: 'debiter', parSeconde });
  return {
    begin,
    end: async () => phasesSchema.parse(await stage.load.ask({ quoi: 'arreter' })).phases,
  };
}

/** @throws Error when that phase was never begun */
export function phaseOf(phases: Readonly<Record<string, LoadFigures>>, nom: string): LoadFigures {
  const figures = phases[nom];
  if (figures === undefined) throw new Error(`no phase ${nom}`);
  return figures;
}
