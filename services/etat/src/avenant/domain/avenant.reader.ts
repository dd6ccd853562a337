import type { TexteProtocole } from '@passerelle/demo-data';
import type { BatchRead, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { Avenant } from './avenant.js';

/** Read with the viewer's eyes: a draft stays in its house. */
export interface AvenantReader {
  readonly parId: BatchRead<string, Avenant | null>;
  /** Newest first. */
  list(sql: SqlReader, page: Page): Promise<Slice<Avenant>>;
  /** By version of the text: what an avenant opened on it starts from. */
  readonly texteDeVersion: BatchRead<number, TexteProtocole | null>;
}
