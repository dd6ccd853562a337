import type { BatchRead, CleTerritoire, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { FiltreTensions, Tension } from './tension.js';

export interface TensionReader {
  readonly parId: BatchRead<string, Tension | null>;
  list(sql: SqlReader, filtre: FiltreTensions, page: Page): Promise<Slice<Tension>>;
  /** Tensions of each trade. */
  readonly parMetier: BatchRead<
    string,
    Slice<Tension>,
    { filtre: Pick<FiltreTensions, 'territoire' | 'annee'>; page: Page }
  >;
  /** Tensions that each territory meets. */
  readonly parTerritoire: BatchRead<
    CleTerritoire,
    Slice<Tension>,
    { filtre: Pick<FiltreTensions, 'annee' | 'niveauMin' | 'secteur'>; page: Page }
  >;
}
