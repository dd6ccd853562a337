import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import { type AvenantPropose, NATURE_VALIDE } from '../domain/avenant.js';
import type { AvenantRegistre } from '../domain/avenant.registre.js';

export function avenantPostgresRegistre(
  database: Database,
  actes: JournalDesActes,
): AvenantRegistre {
  return {
    open: (identite, avenant, act) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `avenant:${avenant}`,
        ]);
        const [propose] = await sql.query<AvenantPropose>(
          `SELECT avenant, nature, version, empreinte FROM avenant_connu
           WHERE avenant = $1 ORDER BY id DESC LIMIT 1`,
          [avenant],
        );
        const [publie] = await sql.query('SELECT FROM texte_version WHERE avenant = $1', [avenant]);
        return act({
          propose: propose ?? null,
          estPublie: publie !== undefined,
          async aValide(maison, empreinte) {
            const [validee] = await sql.query(
              `SELECT FROM avenant_validation
               WHERE avenant = $1 AND partenaire = $2 AND empreinte = $3`,
              [avenant, maison, empreinte],
            );
            return validee !== undefined;
          },
          async signer(empreinte) {
            await actes.signer(sql, identite, {
              nature: NATURE_VALIDE,
              sujet: avenant,
              charge: { empreinte },
            });
          },
        });
      }),
  };
}
