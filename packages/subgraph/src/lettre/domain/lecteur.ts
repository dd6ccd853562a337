import type { Abonne } from './abonne.js';
import type { BlocDeLettre } from './lettre.js';

/** Asks the graph in the house's own name; answers its data, whatever the errors beside it. */
export type Demander = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/** For whom a letter is put together, and as of when. */
export interface Circonstances {
  readonly abonne: Abonne;
  /** Civil date that counts as today: the demonstration's own in a demonstration. */
  readonly jour: string;
  readonly demander: Demander;
}

/** A part of the letter; null when it does not concern this agent. */
export interface LecteurDeBloc {
  readonly titre: string;
  readonly lire: (circonstances: Circonstances) => Promise<Omit<BlocDeLettre, 'titre'> | null>;
}
