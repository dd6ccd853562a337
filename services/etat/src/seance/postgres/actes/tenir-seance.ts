import type { Database } from '@passerelle/subgraph';
import { lireTexte, MAX } from '../../domain/saisie.js';
import type {
  EcrireReleve,
  Identite,
  Issue,
  NoterPresences,
  PresenceSaisie,
  Tenue,
} from '../../domain/seance.actes.js';
import type { CodeRefus } from '../../domain/seance.errors.js';
import type { Presence } from '../../domain/seance.js';
import { archiver } from '../historique.js';
import { recalculerReleve } from '../recalculer-releve.js';
import { annoncer, auteurDe, membresAttendus } from '../registre.js';
import { surSeance } from './agir.js';
import { refuserSiFinie } from './preparer-seance.js';

const MAX_PRESENCES = 100;

/** What happens in the room: who was there, and what is written of it. */
export function createTenue({ database }: { database: Database }): Tenue {
  return {
    /** The whole list; the session is held from then on. */
    noterPresences(identite: Identite, demande: NoterPresences): Promise<Issue> {
      return surSeance(database, identite, demande, async (sql, seance) => {
        const ferme = refuserSiFinie(seance.statut);
        if (ferme) return ferme;
        if (demande.presences.length > MAX_PRESENCES) return 'LISTE_TROP_LONGUE';
        const membres = await membresAttendus(sql, seance.instance, seance.jour);
        const lues = lirePresences(demande.presences, membres);
        if (!lues.ok) return lues.code;
        if (!lues.presences.some(({ present }) => present)) return 'PERSONNE_PRESENT';
        await archiver(sql, 'SEANCE', seance.id);
        await sql.query(
          `UPDATE seance SET presences = $2::jsonb, statut = 'TENUE', version = version + 1,
             auteur = $3, auteur_sujet = $4, modifie_le = now() WHERE id = $1`,
          [seance.id, JSON.stringify(lues.presences), auteurDe(identite), identite.sujet],
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
        const ferme = refuserSiFinie(seance.statut);
        if (ferme) return ferme;
        if (seance.statut !== 'TENUE') return 'SEANCE_NON_TENUE';
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

/** A voice comes with the seat and never with what was typed: it makes the quorum. */
function lirePresences(
  saisies: readonly PresenceSaisie[],
  membres: readonly Presence[],
): { ok: true; presences: readonly Presence[] } | { ok: false; code: CodeRefus } {
  const presences: Presence[] = [];
  const vues = new Set<string>();
  for (const saisie of saisies) {
    const fonction = lireTexte(saisie.fonction, MAX.fonction);
    if (!fonction.ok) return fonction;
    const organisation = lireTexte(saisie.organisation, MAX.fonction);
    if (!organisation.ok) return organisation;
    const cle = JSON.stringify([fonction.valeur, organisation.valeur]);
    const siege = membres.find(
      (membre) => JSON.stringify([membre.fonction, membre.organisation]) === cle,
    );
    const present = saisie.present ?? true;
    presences.push({
      fonction: fonction.valeur,
      organisation: organisation.valeur,
      partenaire: siege ? siege.partenaire : (saisie.partenaire ?? null),
      present,
      // Nobody signs without being there.
      signataire: present && (saisie.signataire ?? false),
      // Said twice, a seat still votes once.
      voix: (siege?.voix ?? false) && !vues.has(cle),
    });
    vues.add(cle);
  }
  return { ok: true, presences };
}
