/**
 * SQL that makes the server itself refuse to change or remove rows of these tables. Subgraphs have
 * theirs: migrations that have run go on saying what they said, whatever another database does.
 */
export function appendOnly(...tables: readonly string[]): string {
  return tables
    .map(
      (table) => `
        CREATE TRIGGER ${table}_sans_modification
          BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION registre_refuser_modification();
        CREATE TRIGGER ${table}_sans_vidage
          BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION registre_refuser_modification();`,
    )
    .join('\n');
}
