import { randomBytes } from 'node:crypto';
import { ensureEmbeddedPostgres } from '@passerelle/embedded-postgres';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** Of a role that owns its database and nothing else. */
  readonly url: string;
  /** As that role, with nobody's rights: what row-level security leaves to an anonymous reader. */
  sql<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  release(): Promise<void>;
}

/** An empty database of its own, on the server that the run shares. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const base = `essai_${randomBytes(6).toString('hex')}`;
  const dossier = inject('dossierPostgres');
  const postgres = await ensureEmbeddedPostgres({ dossier, port: 0, bases: [base] });
  const url = postgres.url(base);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    url,
    sql: async <Row>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await client.query(text, [...values]);
      return rows as readonly Row[];
    },
    async release() {
      await client.end();
      await postgres.stop();
    },
  };
}
