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
