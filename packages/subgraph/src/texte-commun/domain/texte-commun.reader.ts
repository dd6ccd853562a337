import type { SqlReader } from '../../database/sql-reader.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Engagement, Enjeu, Protocole } from './texte-commun.js';

/** This house's original of the signed text. */
export interface TexteCommunReader {
  /** Null before the text has been loaded. */
  protocole(sql: SqlReader): Promise<Protocole | null>;
  enjeux(sql: SqlReader): Promise<readonly Enjeu[]>;
  /** By number; @param enjeu - null for all */
  engagements(sql: SqlReader, enjeu: number | null): Promise<readonly Engagement[]>;
  readonly enjeuParNumero: BatchRead<number, Enjeu | null>;
  readonly engagementParCode: BatchRead<string, Engagement | null>;
  readonly engagementsParEnjeu: BatchRead<number, readonly Engagement[]>;
}
