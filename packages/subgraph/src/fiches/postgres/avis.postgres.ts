import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import type { Avis, AvisJournal, AvisReader } from '../domain/avis.js';
import { MOUVEMENT_AVIS } from '../domain/mouvement-fiche.js';
import { addParole, announceParole, parolesPostgresReader } from './parole.postgres.js';

export const avisPostgresReader: AvisReader = parolesPostgresReader<string, Avis, Avis>({
  nom: 'avis',
  fiche: 'text',
  colonnes: `p.id, p.fiche, p.organisation, p.sens, p.motif, p.donne_le::text AS "donneLe",
    p.auteur, p.enregistre_le AS "enregistreLe", p.demonstration`,
  depuis: 'avis p',
  tenues: `NOT EXISTS (
    SELECT FROM avis plus_recent
    WHERE plus_recent.fiche = p.fiche
      AND plus_recent.organisation = p.organisation AND plus_recent.id > p.id)`,
  lire: (row) => row,
});

/** @param demonstration - whether what is written is demonstration data, and must say so */
export function avisPostgresJournal(database: Database, demonstration: boolean): AvisJournal {
  return {
    add: (identite, { fiche, organisation, sens, motif, donneLe }, trace) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const line = { fiche, organisation, sens, motif, donne_le: donneLe, demonstration };
        const { connue, ecrite } = await addParole(sql, 'avis', line, trace);
        if (ecrite) await announceParole(sql, MOUVEMENT_AVIS, { id: connue.id, fiche });
        return connue;
      }),
  };
}
