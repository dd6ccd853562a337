import { type Child, type ChildOptions, startChild } from './child.js';

type Role = 'subgraphs' | 'load' | 'gateway' | 'peer' | 'floor' | 'micro';

/** Programs are those of the build, whoever asks: a test runs on sources. */
export function startRole(role: Role, o: ChildOptions): Promise<Child> {
  return startChild(new URL(`../../dist/processes/${role}.js`, import.meta.url), o);
}
