import type { SqlReader } from '../../database/sql-reader.js';
import type { PageDActes } from './copies.js';

/** This house's own acts, as the others follow them. */
export interface ActeReader {
  page(sql: SqlReader, apres: number, first: number): Promise<PageDActes>;
}
