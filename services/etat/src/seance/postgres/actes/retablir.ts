import { type Database, type SqlWriter, sqlWriterOf } from '@passerelle/subgraph';
import { refusDeDecider, refusDOrdonner, statutRetabli } from '../../domain/etat-de-seance.js';
import {
  type ActesDepuis,
  refusDeRetablirLesPresences,
  refusDeRetablirLOrdre,
} from '../../domain/retablissement.js';
import type {
  Identite,
  Issue,
  Retablir,
  Retablissement,
  Tenue,
} from '../../domain/seance.actes.js';
import type { CodeRefus } from '../../domain/seance.errors.js';
import { decisionGardee, ordreGarde, releveGarde, seanceGardee } from '../../domain/version.js';
import { archiver, debutDeLaSuivante, relire } from '../historique.js';
import { recalculerReleve } from '../recalculer-releve.js';
import { propagerAuxDecisions } from '../recalculs.js';
import { annoncer, auteurDe, type SeanceOuverte } from '../registre.js';
import { surDecision, surSeance } from './agir.js';
import { reecrire } from './decider.js';
import { rangerLesPoints } from './ranger-les-points.js';

/**
 * Undoes by writing a former version again, as a new one: nothing is lost, and what was validated
 * meanwhile counts again only for the text that it covered.
 */
export function createRetablissement({
  database,
  tenue,
}: {
  database: Database;
  tenue: Tenue;
}): Retablissement {
  return async function retablir(identite: Identite, demande: Retablir): Promise<Issue> {
    const { id, version, versionAttendue } = demande;
    switch (demande.objet) {
      case 'SEANCE':
        return surSeance(database, identite, { seance: id, versionAttendue }, (sql, seance) =>
          retablirSeance(sql, identite, seance, version),
        );

      case 'ORDRE_DU_JOUR':
        return surSeance(database, identite, { seance: id }, async (sql, seance) => {
          const ferme = refusDOrdonner(seance);
          if (ferme) return ferme;
          if (versionAttendue !== null && versionAttendue !== undefined) {
            if (versionAttendue !== seance.versionOrdreDuJour) return 'VERSION_DEPASSEE';
          }
          const garde = ordreGarde.safeParse(await relire(sql, 'ORDRE_DU_JOUR', id, version));
          if (!garde.success) return 'VERSION_INCONNUE';
          const non = refusDeRetablirLOrdre(await accordsSurLOrdre(sql, id));
          if (non) return non;
          // An item belongs to the house that brought it: their order comes back, not the items.
          await rangerLesPoints(
            sql,
            identite,
            id,
            garde.data.points.map((point) => point.id),
          );
          await annoncer(sql, id);
          return null;
        });

      case 'DECISION':
        return surDecision(
          database,
          identite,
          { decision: id, versionAttendue },
          async (sql, presente, seance) => {
            const non = refusDeDecider(seance.statut);
            if (non) return non;
            const garde = decisionGardee.safeParse(await relire(sql, 'DECISION', id, version));
            if (!garde.success) return 'VERSION_INCONNUE';
            await archiver(sql, 'DECISION', id);
            await reecrire(sql, identite, presente, garde.data);
            return null;
          },
        );

      case 'RELEVE': {
        const contenu = await database.write(identite, async (manager) =>
          releveGarde.safeParse(await relire(sqlWriterOf(manager), 'RELEVE', id, version)),
        );
        // Written as any minutes are, territory and state looked at.
        return contenu.success
          ? tenue.ecrireReleve(identite, { seance: id, texte: contenu.data.texte, versionAttendue })
          : surSeance(database, identite, { seance: id }, async () => 'VERSION_INCONNUE');
      }
    }
  };
}

async function retablirSeance(
  sql: SqlWriter,
  identite: Identite,
  { id, statut, presences, jour }: SeanceOuverte,
  version: number,
): Promise<CodeRefus | null> {
  if (statut === 'CLOSE') return 'SEANCE_CLOSE';
  const garde = seanceGardee.safeParse(await relire(sql, 'SEANCE', id, version));
  if (!garde.success) return 'VERSION_INCONNUE';
  const ancienne = garde.data;
  const depuis = await actesDepuis(sql, id, await debutDeLaSuivante(sql, 'SEANCE', id, version));
  const non = refusDeRetablirLesPresences(presences, ancienne.presences, depuis);
  if (non) return non;
  await archiver(sql, 'SEANCE', id);
  await sql.query(
    `UPDATE seance SET jour = $2::date, debut = $3::timestamptz, fin = $4::timestamptz, lieu = $5,
       objet = $6, presences = $7::jsonb, publique = $8, statut = $9, version = version + 1,
       auteur = $10, auteur_sujet = $11, modifie_le = now()
     WHERE id = $1`,
    [
      id,
      ancienne.jour ?? jour,
      ancienne.debut,
      ancienne.fin,
      ancienne.lieu,
      ancienne.objet,
      JSON.stringify(ancienne.presences),
      ancienne.publique,
      statutRetabli(ancienne.statut, await actesDepuis(sql, id, null)),
      auteurDe(identite),
      identite.sujet,
    ],
  );
  await propagerAuxDecisions(sql, id);
  await recalculerReleve(sql, id);
  await annoncer(sql, id);
  return null;
}

/** @param instant - null for all that was ever done in it */
async function actesDepuis(
  sql: SqlWriter,
  seance: string,
  instant: Date | null,
): Promise<ActesDepuis> {
  const [depuis] = await sql.query<ActesDepuis>(
    `SELECT
       EXISTS (SELECT FROM decision d WHERE d.seance = $1
         AND ($2::timestamptz IS NULL OR d.modifie_le >= $2)) AS decisions,
       EXISTS (SELECT FROM seance_releve r WHERE r.seance = $1
         AND ($2::timestamptz IS NULL OR r.modifie_le >= $2)) AS releve,
       EXISTS (SELECT FROM seance_accord a WHERE a.seance = $1 AND a.objet = 'RELEVE'
         AND ($2::timestamptz IS NULL OR a.le >= $2)) AS validations`,
    [seance, instant],
  );
  return depuis ?? { decisions: false, releve: false, validations: false };
}

/** Houses that agreed on the agenda as it is. */
async function accordsSurLOrdre(sql: SqlWriter, seance: string): Promise<number> {
  const rows = await sql.query(
    `SELECT FROM seance_accord a JOIN seance s ON s.id = a.seance
     WHERE a.seance = $1 AND a.objet = 'ORDRE_DU_JOUR' AND a.empreinte = s.empreinte_ordre`,
    [seance],
  );
  return rows.length;
}
