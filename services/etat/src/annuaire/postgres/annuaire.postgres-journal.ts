import { randomUUID } from 'node:crypto';
import { normaliserNom } from '@passerelle/reference-data';
import { type Database, sqlWriterOf } from '@passerelle/subgraph';
import type { AnnuaireJournal } from '../domain/annuaire.journal.js';

export function annuairePostgresJournal(database: Database): AnnuaireJournal {
  return {
    nommer: (identite, { organisation, fonction, titulaire, du, source }) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const [known] = await sql.query('SELECT FROM organisation WHERE id = $1 FOR UPDATE', [
          organisation,
        ]);
        if (!known) return 'INCONNUE';
        const [present] = await sql.query<{ tropTot: boolean }>(
          `SELECT du > $3::date AS "tropTot" FROM role_tenu
           WHERE organisation = $1 AND fonction = $2 AND au IS NULL`,
          [organisation, fonction, du],
        );
        if (present?.tropTot) return 'TROP_TOT';
        await sql.query(
          `UPDATE role_tenu SET au = $3::date
           WHERE organisation = $1 AND fonction = $2 AND au IS NULL`,
          [organisation, fonction, du],
        );
        await sql.query(
          `INSERT INTO role_tenu (id, organisation, fonction, titulaire, alias, du, au, source)
           VALUES ($1, $2, $3, $4, '[]', $5, NULL, $6::jsonb)`,
          [
            randomUUID(),
            organisation,
            fonction,
            titulaire,
            du,
            JSON.stringify({ intitule: source, lien: null }),
          ],
        );
        await sql.query(
          `UPDATE organisation SET recherche_cle = recherche_cle || ' ' || $2 WHERE id = $1`,
          [organisation, normaliserNom(`${fonction} ${titulaire ?? ''}`)],
        );
        return 'FAIT';
      }),
  };
}
