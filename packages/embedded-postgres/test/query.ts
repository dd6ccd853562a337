import { Client, type QueryResultRow } from 'pg';

/** One query on its own connection. */
export async function query<R extends QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The SQLSTATE with which the server refuses, or null when it accepts. */
export async function refusal(url: string): Promise<string | null> {
  try {
    await query(url, 'SELECT 1');
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
