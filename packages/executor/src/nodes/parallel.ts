import type { Step } from '../run.js';

export function parallelStep(steps: readonly Step[]): Step {
  return {
    start: async (run) => {
      const applies = await Promise.all(steps.map((step) => step.start(run)));
      return () => {
        for (const apply of applies) apply();
      };
    },
  };
}
