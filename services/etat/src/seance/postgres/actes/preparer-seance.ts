import { empreinteOrdreDuJour } from '@passerelle/demo-data';
import { type Database, type JournalDesActes, jourAParis, sqlWriterOf } from '@passerelle/subgraph';
import { existeLe } from '../../../instance/index.js';
import { lireTexteLibre, MAX } from '../../domain/saisie.js';
import type {
  CadreSaisi,
  CreerSeance,
  DemandeSurSeance,
  Identite,
  Issue,
  ModifierSeance,
  OrdonnerPoints,
  Preparation,
} from '../../domain/seance.actes.js';
import type { CodeRefus } from '../../domain/seance.errors.js';
import { SEANCES_PAR_JOUR, seanceId } from '../../domain/seance-id.js';
import { agitSur } from '../../domain/territoire-d-agent.js';
import { archiver } from '../historique.js';
import { propagerAuxDecisions, recalculerOrdreDuJour } from '../recalculs.js';
import { annoncer, auteurDe, membresAttendus, ouvrirInstance, verrouiller } from '../registre.js';
import { issue, surSeance, uneSeuleFois } from './agir.js';

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
            await verrouiller(sql, `instance:${instance.id}`);
            // By their names and not by their days: a session that was put off keeps its name.
            const [compte] = await sql.query<{ nombre: number }>(
              `SELECT count(*)::int AS nombre FROM seance
               WHERE instance = $1 AND starts_with(id, $2)`,
              [instance.id, seanceId(instance.id, demande.jour, 1)],
            );
            const rang = (compte?.nombre ?? 0) + 1;
            if (rang > SEANCES_PAR_JOUR) return { code: 'LISTE_TROP_LONGUE' };
            const id = seanceId(instance.id, demande.jour, rang);
            const presences = await membresAttendus(sql, instance.id, demande.jour);
            await sql.query(
              `INSERT INTO seance (id, instance, jour, debut, fin, lieu, objet, statut,
                 empreinte_ordre, presences, publique, region, departement, arrondissement,
                 auteur, auteur_sujet, demonstration)
               SELECT $1, i.id, $3::date, $4::timestamptz, $5::timestamptz, $6, $7, 'PREVUE', $8,
                 $9::jsonb, $10,
                 CASE WHEN t.maille = 'REGION' THEN t.code ELSE t.region END,
                 CASE WHEN t.maille = 'DEPARTEMENT' THEN t.code ELSE t.departement END,
                 CASE WHEN t.maille = 'ARRONDISSEMENT' THEN t.code ELSE t.arrondissement END,
                 $11, $12, $13
               FROM instance i JOIN territoire t ON t.maille = i.maille AND t.code = i.territoire
               WHERE i.id = $2`,
              [
                id,
                instance.id,
                demande.jour,
                cadre.debut,
                cadre.fin,
                cadre.lieu,
                cadre.objet,
                empreinteOrdreDuJour([]),
                JSON.stringify(presences),
                demande.publique ?? false,
                auteurDe(identite),
                identite.sujet,
                demonstration,
              ],
            );
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
        const ferme = refuserSiFinie(seance.statut);
        if (ferme) return ferme;
        const jour = demande.jour ?? seance.jour;
        const reportee = jour !== seance.jour;
        if (reportee && seance.statut !== 'PREVUE') return 'SEANCE_DEJA_TENUE';
        if (reportee && !existeLe(seance.ouverte, jour)) return 'INSTANCE_INACTIVE';
        const voulu = { ...reporter(seance, jour), ...presents(demande) };
        const cadre = lireCadre(voulu, jour);
        if (!cadre.ok) return cadre.code;
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
        if (seance.statut === 'TENUE') return 'SEANCE_DEJA_TENUE';
        const ferme = refuserSiFinie(seance.statut);
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
        if (seance.statut !== 'PREVUE') return 'ORDRE_DU_JOUR_FERME';
        if (demande.points.length > MAX_POINTS) return 'LISTE_TROP_LONGUE';
        await sql.query(
          `UPDATE seance_point p SET rang = n.rang
           FROM (
             SELECT partenaire, id, row_number() OVER (
               ORDER BY array_position($2::text[], id) NULLS LAST, rang, partenaire, id) AS rang
             FROM seance_point WHERE seance = $1
           ) n
           WHERE p.seance = $1 AND p.partenaire = n.partenaire AND p.id = n.id`,
          [seance.id, demande.points],
        );
        await recalculerOrdreDuJour(sql, seance.id);
        await annoncer(sql, seance.id);
        return null;
      });
    },
  };
}

export function refuserSiFinie(statut: string): CodeRefus | null {
  if (statut === 'CLOSE') return 'SEANCE_CLOSE';
  return statut === 'ANNULEE' ? 'SEANCE_ANNULEE' : null;
}

/** What was given, null included; what was left out is not there at all. */
function presents(demande: CadreSaisi): CadreSaisi {
  const { debut, fin, lieu, objet, publique } = demande;
  return {
    ...(debut !== undefined && { debut }),
    ...(fin !== undefined && { fin }),
    ...(lieu !== undefined && { lieu }),
    ...(objet !== undefined && { objet }),
    ...(publique !== undefined && { publique }),
  };
}

/** At the same hour of Paris on another day. */
function reporter<Horaires extends { debut: Date | null; fin: Date | null; jour: string }>(
  seance: Horaires,
  jour: string,
): Horaires {
  const jours = Date.parse(jour) - Date.parse(seance.jour);
  const deplacer = (instant: Date | null): Date | null => {
    if (instant === null || jours === 0) return instant;
    const naif = new Date(instant.getTime() + jours);
    return new Date(naif.getTime() + (avanceDeParis(instant) - avanceDeParis(naif)));
  };
  return { ...seance, debut: deplacer(seance.debut), fin: deplacer(seance.fin) };
}

/** By how much the clocks of Paris are ahead of universal time then, in milliseconds. */
function avanceDeParis(instant: Date): number {
  return Date.parse(`${HORLOGE.format(instant).replace(' ', 'T')}Z`) - instant.getTime();
}

const HORLOGE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});

interface Cadre {
  readonly ok: true;
  readonly debut: Date | null;
  readonly fin: Date | null;
  readonly lieu: string | null;
  readonly objet: string | null;
}

function lireCadre(
  saisi: CadreSaisi,
  jour: string,
): Cadre | { readonly ok: false; readonly code: CodeRefus } {
  const lieu = lireTexteLibre(saisi.lieu, MAX.lieu);
  if (!lieu.ok) return lieu;
  const objet = lireTexteLibre(saisi.objet, MAX.objet);
  if (!objet.ok) return objet;
  const debut = saisi.debut ?? null;
  const fin = saisi.fin ?? null;
  const deCeJour = [debut, fin].every(
    (instant) => instant === null || jourAParis(instant) === jour,
  );
  if (!deCeJour || (fin !== null && (debut === null || fin <= debut))) {
    return { ok: false, code: 'HORAIRES_INVALIDES' };
  }
  return { ok: true, debut, fin, lieu: lieu.valeur, objet: objet.valeur };
}
