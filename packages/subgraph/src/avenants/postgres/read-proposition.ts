import type { SqlWriter } from '../../database/sql-writer.js';
import type { NatureAvenant, TextePropose } from '../domain/avenant.js';
import { texteSchema } from '../domain/charge.js';

/** @returns the text proposed under this hash; null when it never was */
export async function readProposition(
  sql: SqlWriter,
  avenant: string,
  empreinte: string,
): Promise<TextePropose | null> {
  const [row] = await sql.query<{ nature: NatureAvenant; version: number; texte: unknown }>(
    `SELECT nature, version, texte FROM avenant_connu
     WHERE avenant = $1 AND empreinte = $2 ORDER BY id DESC LIMIT 1`,
    [avenant, empreinte],
  );
  if (!row) return null;
  const { nature, version, texte } = row;
  return { avenant, nature, version, empreinte, texte: texteSchema.parse(texte) };
}
