import type { CleTerritoire, Partenaire } from '@passerelle/subgraph';

export const TypeInstance = {
  SPER: 'SPER',
  SPEL: 'SPEL',
  CORE: 'CORE',
  CDE: 'CDE',
  CLE: 'CLE',
} as const;
export type TypeInstance = keyof typeof TypeInstance;

/** How a body decides. */
export const RegleDeDecision = { VALIDATIONS: 'VALIDATIONS', VOTE: 'VOTE' } as const;
export type RegleDeDecision = keyof typeof RegleDeDecision;

/** What a body that votes says of a second convening, where it says something. */
export const RegleSecondeConvocation = {
  QUORUM_EXIGE: 'QUORUM_EXIGE',
  SANS_QUORUM: 'SANS_QUORUM',
} as const;
export type RegleSecondeConvocation = keyof typeof RegleSecondeConvocation;

/**
 * The rule of a body for a second convening. A parameter and no law: the sources that the portal
 * cites (decree 2024-560 as summed up by the region's organisations) give the quorum of the first
 * convening only.
 */
export interface ReglageSecondeConvocation {
  readonly instance: string;
  readonly regle: RegleSecondeConvocation | null;
  /** Where the body wrote it; null with the rule. */
  readonly source: string | null;
  readonly auteur: string;
  readonly modifieLe: Date;
  readonly version: number;
}

/** A co-pilot by function; persons come and go. */
export interface Copilote {
  readonly fonction: string;
  readonly organisation: string;
  /** Null for who belongs to none of the three houses. */
  readonly partenaire: Partenaire | null;
}

/** A seat, on the day for which it was asked. */
export interface Membre extends Copilote {
  readonly copilote: boolean;
  readonly voix: boolean;
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
  /** Last civil day; null while nothing says that it ends. */
  readonly dissouteLe: string | null;
  /** The body that this one follows. */
  readonly predecesseur: string | null;
  readonly source: string;
  /** Place in a list: the region's first, then by name without accents. */
  readonly tri: readonly (string | number)[];
}

export interface FiltreInstances {
  readonly type: TypeInstance | null;
  /** The territory itself and what is inside it. */
  readonly territoire: CleTerritoire | null;
  /** Civil day on which they exist. */
  readonly le: string;
}

/**
 * The bodies of 2023 decide by validations; those that the decree of 2024 governs vote, with a
 * quorum and a casting vote.
 */
export function regleDe(type: TypeInstance): RegleDeDecision {
  return type === 'SPER' || type === 'SPEL' ? 'VALIDATIONS' : 'VOTE';
}

export function existeLe(
  { creeeLe, dissouteLe }: Pick<Instance, 'creeeLe' | 'dissouteLe'>,
  jour: string,
): boolean {
  return creeeLe <= jour && (dissouteLe === null || dissouteLe >= jour);
}
