import type { Partenaire } from '@passerelle/identity';
import { MAISONS, type Maison } from '../../vocabulaire/maison.js';
import type { TestSubgraph } from '../test-subgraph.js';

/** What the suites of the common rooms need to know of the service that they run on. */
export interface CommonContext {
  readonly partenaire: Partenaire;
  readonly maison: Maison;
  /** Started before the first test. */
  readonly subgraph: () => TestSubgraph;
}

export function commonContext(partenaire: Partenaire, subgraph: () => TestSubgraph): CommonContext {
  return { partenaire, maison: MAISONS[partenaire], subgraph };
}

/** Codes of the errors of an answer. */
export function codes(answer: {
  errors: readonly { extensions: Readonly<Record<string, unknown>> }[];
}): readonly unknown[] {
  return answer.errors.map((error) => error.extensions['code']);
}
