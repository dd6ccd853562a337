import { NOTHING_TO_APPLY, type Step } from '../run.js';

export function sequenceStep(steps: readonly Step[]): Step {
  return {
    start: async (run) => {
      for (const step of steps) (await step.start(run))();
      return NOTHING_TO_APPLY;
    },
  };
}
