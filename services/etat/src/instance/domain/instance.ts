import type { CleTerritoire, Partenaire } from '@passerelle/subgraph';

export const TypeInstance = { SPER: 'SPER', SPEL: 'SPEL' } as const;
export type TypeInstance = keyof typeof TypeInstance;

/** A co-pilot by function; persons come and go. */
export interface Copilote {
  readonly fonction: string;
  readonly organisation: string;
  /** Null for who belongs to none of the three houses. */
  readonly partenaire: Partenaire | null;
}

/** Where the partners steer together: the region's, or a territory's. */
export interface Instance {
  readonly id: string;
  readonly type: TypeInstance;
  readonly nom: string;
  readonly territoire: CleTerritoire;
  readonly copilotes: readonly Copilote[];
  /** Civil date. */
  readonly creeeLe: string;
  readonly source: string;
  /** Place in a list: the region's first, then by name without accents. */
  readonly tri: readonly (string | number)[];
}

export interface FiltreInstances {
  readonly type: TypeInstance | null;
  /** The territory itself and what is inside it. */
  readonly territoire: CleTerritoire | null;
}
