import type { BatchRead, SqlReader } from '@passerelle/subgraph';
import type {
  Communique,
  Divergence,
  DocumentDeReference,
  EtapeFrise,
  ReferencesEngagement,
  TexteNumerote,
} from './memoire.js';

export type GenreNumerote = 'PRINCIPE' | 'CHANTIER';

/** Short lists, each the same size whatever the data set. */
export interface MemoireReader {
  frise(sql: SqlReader): Promise<readonly EtapeFrise[]>;
  divergences(sql: SqlReader): Promise<readonly Divergence[]>;
  communiques(sql: SqlReader): Promise<readonly Communique[]>;
  /** Read once per request, whatever cites them. */
  readonly numerotes: BatchRead<GenreNumerote, readonly TexteNumerote[]>;
  readonly documents: BatchRead<'DOCUMENT', readonly DocumentDeReference[]>;
  readonly referencesDe: BatchRead<string, ReferencesEngagement | null>;
}
