import { type Database, sqlWriterOf } from '@passerelle/subgraph';
import { z } from 'zod';
import { SujetDecision } from '../../domain/decision.js';
import type {
  Identite,
  Issue,
  Retablir,
  Retablissement,
  Tenue,
} from '../../domain/seance.actes.js';
import { archiver, relire } from '../historique.js';
import { recalculerReleve } from '../recalculer-releve.js';
import { propagerAuxDecisions } from '../recalculs.js';
import { annoncer, auteurDe } from '../registre.js';
import { surDecision, surSeance } from './agir.js';
import { reecrire, refuserSiPasTenue } from './decider.js';

// Read back from our own archive.
const partenaire = z.enum(['ETAT', 'REGION', 'POLE_EMPLOI']);
const releve = z.object({ texte: z.string() });
const decision = z.object({
  texte: z.string(),
  responsable: partenaire,
  fonctionResponsable: z.string().nullable(),
  echeance: z.string().nullable(),
  engagement: z.string().nullable(),
  sujets: z.array(z.enum(SujetDecision)),
});

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
        return surSeance(
          database,
          identite,
          { seance: id, versionAttendue },
          async (sql, seance) => {
            if (seance.statut === 'CLOSE') return 'SEANCE_CLOSE';
            const contenu = await relire(sql, 'SEANCE', id, version);
            if (contenu === null) return 'VERSION_INCONNUE';
            await archiver(sql, 'SEANCE', id);
            // A session in which something was decided or written has been held, whatever is undone.
            await sql.query(
              `UPDATE seance s SET
               jour = coalesce((c.contenu ->> 'jour')::date, s.jour),
               debut = (c.contenu ->> 'debut')::timestamptz,
               fin = (c.contenu ->> 'fin')::timestamptz,
               lieu = c.contenu ->> 'lieu', objet = c.contenu ->> 'objet',
               presences = c.contenu -> 'presences',
               publique = (c.contenu ->> 'publique')::boolean,
               statut = CASE
                 WHEN EXISTS (SELECT FROM decision d WHERE d.seance = s.id)
                   OR EXISTS (SELECT FROM seance_releve r WHERE r.seance = s.id) THEN 'TENUE'
                 ELSE c.contenu ->> 'statut' END,
               version = s.version + 1, auteur = $3, auteur_sujet = $4, modifie_le = now()
             FROM seance_version c
             WHERE s.id = $1 AND c.objet = 'SEANCE' AND c.id = s.id AND c.version = $2`,
              [id, version, auteurDe(identite), identite.sujet],
            );
            await propagerAuxDecisions(sql, id);
            await recalculerReleve(sql, id);
            await annoncer(sql, id);
            return null;
          },
        );

      case 'DECISION':
        return surDecision(
          database,
          identite,
          { decision: id, versionAttendue },
          async (sql, presente, seance) => {
            const non = refuserSiPasTenue(seance.statut);
            if (non) return non;
            const contenu = decision.safeParse(await relire(sql, 'DECISION', id, version));
            if (!contenu.success) return 'VERSION_INCONNUE';
            await archiver(sql, 'DECISION', id);
            await reecrire(sql, identite, presente, contenu.data);
            return null;
          },
        );

      case 'RELEVE': {
        const contenu = await database.write(identite, async (manager) =>
          releve.safeParse(await relire(sqlWriterOf(manager), 'RELEVE', id, version)),
        );
        // Written as any minutes are, territory and state looked at.
        return contenu.success
          ? tenue.ecrireReleve(identite, { seance: id, texte: contenu.data.texte, versionAttendue })
          : surSeance(database, identite, { seance: id }, async () => 'VERSION_INCONNUE');
      }
    }
  };
}
