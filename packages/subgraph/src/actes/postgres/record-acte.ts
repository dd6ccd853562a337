import type { SqlWriter } from '../../database/sql-writer.js';
import type { Acte } from '../domain/acte.js';

/** Adds one signed act, a house's own or a copy, to the table that only grows. */
export async function recordActe(sql: SqlWriter, acte: Acte, jws: string): Promise<void> {
  await sql.query(
    `INSERT INTO acte (partenaire, numero, nature, sujet, charge, auteur, fait_le, jws)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
    [
      acte.partenaire,
      acte.numero,
      acte.nature,
      acte.sujet,
      JSON.stringify(acte.charge ?? null),
      acte.auteur,
      acte.faitLe,
      jws,
    ],
  );
}
