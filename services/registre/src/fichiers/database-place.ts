import type { Sql } from '../database/sql.js';
import type { Place } from './file-store.js';

/** The registry's own database: nothing else to back up, and the same for every replica. */
export function databasePlace(sql: Sql): Place {
  return {
    async exists(hex) {
      return (await sql.query('SELECT 1 FROM fichier WHERE empreinte = $1', [hex])).length > 0;
    },
    async read(hex) {
      const [row] = await sql.query<{ contenu: Buffer }>(
        'SELECT contenu FROM fichier WHERE empreinte = $1',
        [hex],
      );
      return row?.contenu ?? null;
    },
    async write(hex, bytes) {
      await sql.query(
        `INSERT INTO fichier (empreinte, contenu) VALUES ($1, $2)
         ON CONFLICT (empreinte) DO UPDATE SET contenu = excluded.contenu, depose_le = now()`,
        [hex, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
      );
    },
  };
}
