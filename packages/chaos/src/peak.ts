import type { ChaosOptions } from './arguments.js';
import type { Stage } from './stage.js';
import { loadFiguresSchema } from './tally.js';

/** Enough readers for two cores; more only wait. */
const READERS = 24;
const WARM_UP_MS = 4_000;
const PEAK_MS = 10_000;

export interface Rate {
  /** Requests per second at the peak; null when the rate was given. */
  readonly pic: number | null;
  readonly parSeconde: number;
}

/** The rate to hold: a share of the most that the gateway does, or what was asked for. */
export async function settleRate(
  stage: Stage,
  options: ChaosOptions,
  say: (text: string) => void,
): Promise<Rate> {
  if (options.debit !== null) return { pic: null, parSeconde: options.debit };
  say('Mesure du pic');
  await stage.load.ask({ quoi: 'pic', connexions: READERS, dureeMs: WARM_UP_MS });
  const measured = loadFiguresSchema.parse(
    await stage.load.ask({ quoi: 'pic', connexions: READERS, dureeMs: PEAK_MS }),
  );
  if (measured.echouees > 0) {
    throw new Error(`Au pic, ${measured.echouees} échecs : ${measured.raisons.join(' ; ')}`);
  }
  const pic = measured.parSeconde;
  return { pic, parSeconde: (pic * options.charge) / 100 };
}
