import type { Step } from '../run.js';

export function conditionStep(variable: string, ifTrue: Step | null, ifFalse: Step | null): Step {
  return (run) => (run.variables[variable] === true ? ifTrue : ifFalse)?.(run);
}
