/** Parameters as pg takes them; arrays become PostgreSQL arrays. */
export type SqlValue =
  | string
  | number
  | boolean
  | null
  | Date
  | readonly (string | number | boolean | null | Date)[];

export interface Statement {
  /** What the statement is called in logs and counts; prepared under it, so one name, one text. */
  readonly name: string;
  /** The text depends on the filters given: too many shapes to keep prepared. */
  readonly isDynamic?: boolean;
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Reads in the name of one viewer: row-level security decides what comes back. */
export interface SqlReader {
  query<Row>(statement: Statement): Promise<readonly Row[]>;
}
