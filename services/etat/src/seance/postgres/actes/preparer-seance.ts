import { type Database, type JournalDesActes, sqlWriterOf } from '@passerelle/subgraph';
import { existeLe } from '../../../instance/index.js';
import { auMemeHoraire, cadreDonne, lireCadre } from '../../domain/cadre.js';
import {
  refusDAnnuler,
  refusDEcrire,
  refusDeReporter,
  refusDOrdonner,
} from '../../domain/etat-de-seance.js';
import type {
  CreerSeance,
  DemandeSurSeance,
  Identite,
  Issue,
  ModifierSeance,
  OrdonnerPoints,
  Preparation,
} from '../../domain/seance.actes.js';
import { agitSur } from '../../domain/territoire-d-agent.js';
import { archiver } from '../historique.js';
import { propagerAuxDecisions } from '../recalculs.js';
import { annoncer, auteurDe, membresAttendus, ouvrirInstance } from '../registre.js';
import { issue, surSeance, uneSeuleFois } from './agir.js';
import { inscrireSeance } from './inscrire-seance.js';
import { rangerLesPoints } from './ranger-les-points.js';

const MAX_POINTS = 100;

/** Everything about a session before it is held. */
export function createPreparation(deps: {
  database: Database;
  actes: JournalDesActes;
  demonstration: boolean;
}): Preparation {
  const { database, actes, demonstration } = deps;

  return {
    /** A session of that body that day; its members are expected, its agenda empty. */
    creer(identite: Identite, demande: CreerSeance): Promise<Issue> {
      const cadre = lireCadre(demande, demande.jour);
      if (!cadre.ok) return Promise.resolve(issue(null, cadre.code));
      return database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const instance = await ouvrirInstance(sql, demande.instance);
        if (!instance) return issue(null, 'INSTANCE_INCONNUE');
        if (!agitSur(identite, instance.lieu)) return issue(null, 'HORS_TERRITOIRE');
        if (!existeLe(instance, demande.jour)) return issue(null, 'INSTANCE_INACTIVE');
        const fait = await uneSeuleFois(
          sql,
          identite,
          demande.cleIdempotence,
          { ...demande, cleIdempotence: null },
          async () => {
            const inscrite = await inscrireSeance(sql, identite, {
              instance: instance.id,
              jour: demande.jour,
              cadre: cadre.valeur,
              publique: demande.publique ?? false,
              demonstration,
              reprise: null,
            });
            if ('code' in inscrite) return inscrite;
            const { id } = inscrite;
            await annoncer(sql, id);
            const charge = { jour: demande.jour };
            await actes.signer(sql, identite, { nature: 'SEANCE_PREVUE', sujet: id, charge });
            return { id };
          },
        );
        return 'id' in fait ? issue(fait.id, null) : issue(null, fait.code);
      });
    },

    /** What is left out stays; what is null is removed. */
    modifier(identite: Identite, demande: ModifierSeance): Promise<Issue> {
      return surSeance(database, identite, demande, async (sql, seance) => {
        const jour = demande.jour ?? seance.jour;
        const reportee = jour !== seance.jour;
        const ferme = reportee ? refusDeReporter(seance.statut) : refusDEcrire(seance.statut);
        if (ferme) return ferme;
        if (reportee && !existeLe(seance.ouverte, jour)) return 'INSTANCE_INACTIVE';
        const voulu = { ...seance, ...auMemeHoraire(seance, jour), ...cadreDonne(demande) };
        const lu = lireCadre(voulu, jour);
        if (!lu.ok) return lu.code;
        const cadre = lu.valeur;
        // Another day may have other members.
        const presences = reportee
          ? await membresAttendus(sql, seance.instance, jour)
          : seance.presences;
        await archiver(sql, 'SEANCE', seance.id);
        await sql.query(
          `UPDATE seance SET debut = $2::timestamptz, fin = $3::timestamptz, lieu = $4, objet = $5,
             publique = $6, jour = $7::date, presences = $8::jsonb, version = version + 1,
             auteur = $9, auteur_sujet = $10, modifie_le = now()
           WHERE id = $1`,
          [
            seance.id,
            cadre.debut,
            cadre.fin,
            cadre.lieu,
            cadre.objet,
            voulu.publique ?? seance.publique,
            jour,
            JSON.stringify(presences),
            auteurDe(identite),
            identite.sujet,
          ],
        );
        await propagerAuxDecisions(sql, seance.id);
        await annoncer(sql, seance.id);
        return null;
      });
    },

    annuler(identite: Identite, demande: DemandeSurSeance): Promise<Issue> {
      return surSeance(database, identite, demande, async (sql, seance) => {
        const ferme = refusDAnnuler(seance.statut);
        if (ferme) return ferme;
        await archiver(sql, 'SEANCE', seance.id);
        await sql.query(
          `UPDATE seance SET statut = 'ANNULEE', version = version + 1, auteur = $2,
             auteur_sujet = $3, modifie_le = now() WHERE id = $1`,
          [seance.id, auteurDe(identite), identite.sujet],
        );
        await annoncer(sql, seance.id);
        return null;
      });
    },

    /** Those that are not named keep their order, after the others. */
    ordonner(identite: Identite, demande: OrdonnerPoints): Promise<Issue> {
      return surSeance(database, identite, demande, async (sql, seance) => {
        const ferme = refusDOrdonner(seance);
        if (ferme) return ferme;
        if (demande.points.length > MAX_POINTS) return 'LISTE_TROP_LONGUE';
        await rangerLesPoints(sql, identite, seance.id, demande.points);
        await annoncer(sql, seance.id);
        return null;
      });
    },
  };
}
