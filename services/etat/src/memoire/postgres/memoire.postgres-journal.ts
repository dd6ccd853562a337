import { type Database, type SqlWriter, sqlWriterOf } from '@passerelle/subgraph';
import type { MemoireJournal, OpenMemoire } from '../domain/memoire.journal.js';

export function memoirePostgresJournal(database: Database): MemoireJournal {
  return {
    open: (identite, verrou, act) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [verrou]);
        return act(openMemoire(sql));
      }),
  };
}

function openMemoire(sql: SqlWriter): OpenMemoire {
  return {
    async hasEngagement(code) {
      const rows = await sql.query('SELECT FROM engagement WHERE code = $1', [code]);
      return rows.length > 0;
    },
    async knownDocuments(ids) {
      const rows = await sql.query<{ id: string }>(
        `SELECT id FROM memoire_fiche WHERE genre = 'DOCUMENT' AND id = ANY($1::text[])`,
        [ids],
      );
      return rows.map(({ id }) => id);
    },
    async lastReferences(engagement) {
      const [row] = await sql.query<{ version: number }>(
        'SELECT version FROM references_engagement WHERE engagement = $1 ORDER BY version DESC LIMIT 1',
        [engagement],
      );
      return row ?? null;
    },
    async addReferences({ engagement, version, principes, chantiers, documents, ...rest }) {
      await sql.query(
        `INSERT INTO references_engagement
           (engagement, version, principes, chantiers, documents, auteur, demonstration)
         VALUES ($1, $2, $3::int[], $4::int[], $5::text[], $6, $7)`,
        [engagement, version, principes, chantiers, documents, rest.auteur, rest.demonstration],
      );
    },
    async writePrincipe(numero, libelle, source) {
      await sql.query(
        `UPDATE texte_numerote SET libelle = $2, source = $3::jsonb
         WHERE genre = 'PRINCIPE' AND numero = $1`,
        [numero, libelle, JSON.stringify(source)],
      );
    },
  };
}
