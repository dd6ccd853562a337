import type { Partenaire } from '@passerelle/identity';
import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import { ficheId } from '../domain/fiche-id.js';
import { MOUVEMENT_OBSERVATION } from '../domain/mouvement-fiche.js';
import type { Reponse, ReponseJournal, ReponseReader } from '../domain/reponse.js';
import { addParole, announceParole, parolesPostgresReader } from './parole.postgres.js';

/** Nature of the act by which the house that observed learns that it was answered. */
const OBSERVATION_REPONDUE = 'OBSERVATION_REPONDUE';

export const reponsePostgresReader: ReponseReader = parolesPostgresReader<number, Reponse, Reponse>(
  {
    nom: 'reponses',
    fiche: 'int',
    colonnes: `p.id, p.fiche, p.observation, p.texte, p.auteur, p.ecrite_le AS "ecriteLe",
    p.demonstration`,
    depuis: 'observation_reponse p',
    tenues: `NOT EXISTS (
    SELECT FROM observation_reponse plus_recente
    WHERE plus_recente.fiche = p.fiche
      AND plus_recente.observation = p.observation AND plus_recente.id > p.id)`,
    lire: (row) => row,
  },
);

/** @param deps.demonstration - whether what is written is demonstration data, and must say so */
export function reponsePostgresJournal(deps: {
  maison: Partenaire;
  database: Database;
  actes: JournalDesActes;
  demonstration: boolean;
}): ReponseJournal {
  const { maison, database, actes, demonstration } = deps;
  return {
    add: (identite, { fiche, observation, texte }, trace) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const line = { fiche, observation, texte, demonstration };
        const { connue, ecrite } = await addParole(sql, 'observation_reponse', line, trace);
        if (ecrite) {
          const sujet = ficheId(maison, fiche);
          const charge = { observation };
          await announceParole(sql, MOUVEMENT_OBSERVATION, { id: connue.id, fiche: sujet });
          await actes.signer(sql, identite, { nature: OBSERVATION_REPONDUE, sujet, charge });
        }
        return connue;
      }),
  };
}
