import type { Step } from '../run.js';

export function sequenceStep(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}
