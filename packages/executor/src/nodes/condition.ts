import { NOTHING_TO_APPLY, type Step } from '../run.js';

export function conditionStep(variable: string, ifTrue: Step | null, ifFalse: Step | null): Step {
  return {
    start: async (run) => {
      const chosen = run.variables[variable] === true ? ifTrue : ifFalse;
      return chosen === null ? NOTHING_TO_APPLY : chosen.start(run);
    },
  };
}
