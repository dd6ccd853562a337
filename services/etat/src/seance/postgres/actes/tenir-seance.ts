import type { Database } from '@passerelle/subgraph';
import { refusDEcrire, refusDuReleve } from '../../domain/etat-de-seance.js';
import { lireFeuille } from '../../domain/feuille-de-presence.js';
import { lireTexte, MAX } from '../../domain/saisie.js';
import type {
  EcrireReleve,
  Identite,
  Issue,
  NoterPresences,
  Tenue,
} from '../../domain/seance.actes.js';
import { archiver } from '../historique.js';
import { recalculerReleve } from '../recalculer-releve.js';
import { annoncer, auteurDe, membresAttendus } from '../registre.js';
import { surSeance } from './agir.js';

/** What happens in the room: who was there, and what is written of it. */
export function createTenue({ database }: { database: Database }): Tenue {
  return {
    /** The whole list; the session is held from then on. */
    noterPresences(identite: Identite, demande: NoterPresences): Promise<Issue> {
      return surSeance(database, identite, demande, async (sql, seance) => {
        const ferme = refusDEcrire(seance.statut);
        if (ferme) return ferme;
        const membres = await membresAttendus(sql, seance.instance, seance.jour);
        const lues = lireFeuille(demande.presences, membres);
        if (!lues.ok) return lues.code;
        await archiver(sql, 'SEANCE', seance.id);
        await sql.query(
          `UPDATE seance SET presences = $2::jsonb, statut = 'TENUE', version = version + 1,
             auteur = $3, auteur_sujet = $4, modifie_le = now() WHERE id = $1`,
          [seance.id, JSON.stringify(lues.valeur), auteurDe(identite), identite.sujet],
        );
        await recalculerReleve(sql, seance.id);
        await annoncer(sql, seance.id);
        return null;
      });
    },

    /** A new version of the minutes; `versionAttendue` is theirs, 0 when there are none yet. */
    ecrireReleve(identite: Identite, demande: EcrireReleve): Promise<Issue> {
      const { seance: id, versionAttendue } = demande;
      return surSeance(database, identite, { seance: id }, async (sql, seance) => {
        const ferme = refusDuReleve(seance.statut);
        if (ferme) return ferme;
        const texte = lireTexte(demande.texte, MAX.releve);
        if (!texte.ok) return texte.code;
        const [present] = await sql.query<{ version: number }>(
          'SELECT version FROM seance_releve WHERE seance = $1 FOR UPDATE',
          [id],
        );
        const version = present?.version ?? 0;
        if (versionAttendue !== null && versionAttendue !== undefined) {
          if (versionAttendue !== version) return 'VERSION_DEPASSEE';
        }
        await archiver(sql, 'RELEVE', id);
        await sql.query(
          `INSERT INTO seance_releve (seance, texte, auteur, auteur_sujet, empreinte)
           VALUES ($1, $2, $3, $4, '')
           ON CONFLICT (seance) DO UPDATE SET texte = excluded.texte, auteur = excluded.auteur,
             auteur_sujet = excluded.auteur_sujet, modifie_le = now(),
             version = seance_releve.version + 1`,
          [id, texte.valeur, auteurDe(identite), identite.sujet],
        );
        await recalculerReleve(sql, id);
        await annoncer(sql, id);
        return null;
      });
    },
  };
}
