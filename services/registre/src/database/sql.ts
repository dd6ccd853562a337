/**
 * The registry's database as its rooms see it. Parameters are `$1`, `$2`…; instants come back as
 * `Date`, `jsonb` parsed. Errors of an unwell server come as `BASE_INDISPONIBLE`.
 */
export interface Sql {
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** One transaction; what `work` throws rolls it back. Inside one, the same one goes on. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
}
