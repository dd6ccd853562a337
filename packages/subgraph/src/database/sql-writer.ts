import type { EntityManager } from 'typeorm';
import type { SqlValue } from './sql-reader.js';

/** SQL inside a write transaction, for what entities say badly: bulk inserts, locks, checks. */
export interface SqlWriter {
  query<Row>(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
}

export function sqlWriterOf(manager: EntityManager): SqlWriter {
  return {
    // TypeORM types raw results as `any`; the statement's author declares the row.
    query: <Row>(text: string, values: readonly SqlValue[] = []) =>
      manager.query<readonly Row[]>(text, [...values]),
  };
}
