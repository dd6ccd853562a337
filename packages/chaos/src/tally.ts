import { quantile } from '@passerelle/bench';
import { z } from 'zod';

const MAX_REASONS = 5;

export const loadFiguresSchema = z.object({
  envoyees: z.number(),
  echouees: z.number(),
  dureeMs: z.number(),
  parSeconde: z.number(),
  p50Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  maxMs: z.number().nullable(),
  /** p99 of the requests due in each second of the phase, in order: where a stall was, and how long. */
  p99ParSecondeMs: z.array(z.number().nullable()),
  /** The first failures, in their own words. */
  raisons: z.array(z.string()),
});
export type LoadFigures = z.infer<typeof loadFiguresSchema>;

/** What became of the requests of one phase. */
export class Tally {
  readonly #startedAt = performance.now();
  #endedAt: number | null = null;
  readonly #latencies: number[] = [];
  readonly #bySecond: number[][] = [];
  readonly #reasons: string[] = [];
  #sent = 0;
  #failed = 0;

  sent(): void {
    this.#sent += 1;
  }

  /** @param dueMs - when it was to leave, on the clock of `performance.now()` */
  answered(dueMs: number, latencyMs: number): void {
    this.#latencies.push(latencyMs);
    const second = Math.max(0, Math.floor((dueMs - this.#startedAt) / 1_000));
    const others = this.#bySecond[second] ?? [];
    others.push(latencyMs);
    this.#bySecond[second] = others;
  }

  failed(reason: string): void {
    this.#failed += 1;
    if (this.#reasons.length < MAX_REASONS) this.#reasons.push(reason);
  }

  /** No more will be sent; what is in flight still counts, once it is answered. */
  end(): void {
    this.#endedAt = performance.now();
  }

  figures(): LoadFigures {
    const sorted = this.#latencies.toSorted((a, b) => a - b);
    const at = (q: number): number | null => (sorted.length === 0 ? null : quantile(sorted, q));
    const dureeMs = (this.#endedAt ?? performance.now()) - this.#startedAt;
    return {
      envoyees: this.#sent,
      echouees: this.#failed,
      dureeMs,
      parSeconde: (sorted.length * 1_000) / dureeMs,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      maxMs: at(1),
      p99ParSecondeMs: Array.from(this.#bySecond, (latencies) =>
        latencies === undefined || latencies.length === 0
          ? null
          : quantile(
              latencies.toSorted((a, b) => a - b),
              0.99,
            ),
      ),
      raisons: this.#reasons,
    };
  }
}
