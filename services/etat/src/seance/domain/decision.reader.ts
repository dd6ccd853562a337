import type { BatchRead, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { Decision, FiltreDecisions, Validation } from './decision.js';
import type { Version } from './version.js';

export interface DecisionReader {
  readonly parId: BatchRead<string, Decision | null>;
  /** The last of each title, whatever text it covered. */
  readonly validations: BatchRead<string, readonly Validation[]>;
  /** By session, in their order. */
  readonly parSeance: BatchRead<string, Slice<Decision>, Page>;
  /** By engagement, the most recent session first. */
  readonly parEngagement: BatchRead<string, Slice<Decision>, Page>;
  /** By decision, the newest first. */
  readonly versions: BatchRead<string, Slice<Version>, Page>;
  list(sql: SqlReader, filtre: FiltreDecisions, page: Page): Promise<Slice<Decision>>;
}

/** What a list is sorted by; a cursor carries exactly this. */
export type TriDecisions = 'numero' | 'echeance' | 'jour';

export function triDe({ seance, enRetardLe }: FiltreDecisions): TriDecisions {
  if (seance !== null) return 'numero';
  return enRetardLe === null ? 'jour' : 'echeance';
}

export function cleDeTri(tri: TriDecisions, decision: Decision): readonly (string | number)[] {
  switch (tri) {
    case 'numero':
      return [decision.numero, decision.id];
    case 'echeance':
      return [decision.echeance ?? '', decision.id];
    case 'jour':
      return [decision.jour, decision.id];
  }
}
