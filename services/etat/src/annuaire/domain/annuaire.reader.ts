import type { BatchRead, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { FiltreAnnuaire, Organisation, Role } from './annuaire.js';

export interface AnnuaireReader {
  list(sql: SqlReader, filtre: FiltreAnnuaire, page: Page): Promise<Slice<Organisation>>;
  readonly parId: BatchRead<string, Organisation | null>;
  /** Roles of an organisation, the present ones first. */
  readonly rolesDe: BatchRead<string, readonly Role[]>;
}
