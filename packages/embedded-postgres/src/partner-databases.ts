import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { EmbeddedPostgresError } from './errors.js';
import { makePassword, readPassword, SUPERUSER } from './password-files.js';

/**
 * One database and one role of the same name for each partner, and no way from one to another:
 * the right to connect is taken from everyone but the owner.
 *
 * @returns the password of each role
 */
export async function ensurePartnerDatabases(
  client: Client,
  dossier: string,
  bases: readonly string[],
): Promise<Map<string, string>> {
  await client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC');
  const passwords = new Map<string, string>();
  for (const base of bases) passwords.set(base, await ensurePartnerDatabase(client, dossier, base));
  return passwords;
}

/** A name that needs no quotes anywhere: file, URL, SQL. */
export function checkBaseName(base: string): void {
  const reserved = [SUPERUSER, 'template0', 'template1'];
  if (/^[a-z][a-z0-9_]{0,40}$/.test(base) && !base.startsWith('pg_') && !reserved.includes(base)) {
    return;
  }
  throw new EmbeddedPostgresError(
    'BASE_INVALIDE',
    `« ${base} » ne peut pas être le nom d'une base : minuscules, chiffres et « _ » seulement.`,
  );
}

async function ensurePartnerDatabase(
  client: Client,
  dossier: string,
  base: string,
): Promise<string> {
  const role = escapeIdentifier(base);
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [base]);
  const password = readPassword(dossier, base) ?? makePassword(dossier, base);
  if (known.rowCount === 0) {
    await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`);
  }
  // Each time: after an interrupted first start, or an edited file, the role would know another.
  await client.query(`ALTER ROLE ${role} PASSWORD ${escapeLiteral(password)}`);
  const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [base]);
  if (database.rowCount === 0) await client.query(`CREATE DATABASE ${role} OWNER ${role}`);
  await client.query(`REVOKE ALL ON DATABASE ${role} FROM PUBLIC`);
  return password;
}
