import type { BatchRead, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { Accord, FiltreSeances, Point, Releve, Seance } from './seance.js';
import type { Version } from './version.js';

export interface SeanceReader {
  readonly parId: BatchRead<string, Seance | null>;
  readonly points: BatchRead<string, readonly Point[]>;
  /** Of every text that was ever agreed on, the newest first. */
  readonly accords: BatchRead<string, readonly Accord[]>;
  readonly releve: BatchRead<string, Releve | null>;
  /** By session: the one that was convened again for want of a quorum. */
  readonly convoqueeDeNouveau: BatchRead<string, Seance | null>;
  /** By session, the newest first: of its frame and attendance, of its agenda, of its minutes. */
  readonly versions: BatchRead<string, Slice<Version>, Page>;
  readonly versionsDOrdre: BatchRead<string, Slice<Version>, Page>;
  readonly versionsDeReleve: BatchRead<string, Slice<Version>, Page>;
  /** By body: its sessions between two days, the oldest first. */
  readonly parInstance: BatchRead<
    string,
    Slice<Seance>,
    { du: string | null; au: string | null; page: Page }
  >;
  /** By body: the first planned that day or later. */
  readonly prochaine: BatchRead<string, Seance | null, { le: string }>;
  /** By session: the one that its body held before. */
  readonly precedente: BatchRead<string, Seance | null>;
  list(sql: SqlReader, filtre: FiltreSeances, page: Page): Promise<Slice<Seance>>;
}
