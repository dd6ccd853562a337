import { type Child, startChild } from '@passerelle/bench/processes';

type Role = 'partners' | 'load' | 'subscribers';

/** Programs are those of the build, whoever asks: a test runs on sources. */
export function startRole(role: Role, settings: object): Promise<Child> {
  const program = new URL(`../../dist/processes/${role}.js`, import.meta.url);
  return startChild(program, { name: role, settings });
}
