import {
  type Database,
  type JournalDesActes,
  type SqlWriter,
  sqlWriterOf,
} from '@passerelle/subgraph';
import { existeLe, type RegleSecondeConvocation, regleDe } from '../../../instance/index.js';
import { lireCadre } from '../../domain/cadre.js';
import { quorumDe } from '../../domain/quorum.js';
import { lireTexteLibre, MAX } from '../../domain/saisie.js';
import type {
  Convocation,
  ConvoquerDeNouveau,
  Identite,
  Issue,
  IssueDInstance,
  ReglerSecondeConvocation,
} from '../../domain/seance.actes.js';
import { type CodeRefus, refus } from '../../domain/seance.errors.js';
import { quorumExige, refusDeConvoquer } from '../../domain/seconde-convocation.js';
import { agitSur } from '../../domain/territoire-d-agent.js';
import { annoncer, auteurDe, ouvrirInstance, ouvrirSeance } from '../registre.js';
import { issue, uneSeuleFois } from './agir.js';
import { inscrireSeance } from './inscrire-seance.js';

/** A body that was too few is called a second time, by the rule that it gave itself. */
export function createConvocation(deps: {
  database: Database;
  actes: JournalDesActes;
  demonstration: boolean;
}): Convocation {
  const { database, actes, demonstration } = deps;

  return {
    convoquer(identite: Identite, demande: ConvoquerDeNouveau): Promise<Issue> {
      const { jour, versionAttendue } = demande;
      return database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const premiere = await ouvrirSeance(sql, demande.seance);
        if (!premiere) return issue(null, 'SEANCE_INCONNUE');
        const { ouverte } = premiere;
        if (!agitSur(identite, ouverte.lieu)) return issue(premiere.id, 'HORS_TERRITOIRE');
        const fait = await uneSeuleFois(
          sql,
          identite,
          demande.cleIdempotence,
          { ...demande, cleIdempotence: null },
          async () => {
            if (versionAttendue !== null && versionAttendue !== undefined) {
              if (versionAttendue !== premiere.version) return { code: 'VERSION_DEPASSEE' };
            }
            const non = refusDeConvoquer(
              {
                regle: regleDe(ouverte.type),
                statut: premiere.statut,
                jour: premiere.jour,
                quorum: quorumDe(premiere.presences, premiere.quorumExige),
                dejaConvoquee: await estConvoquee(sql, premiere.id),
              },
              jour,
            );
            if (non) return { code: non };
            if (!existeLe(ouverte, jour)) return { code: 'INSTANCE_INACTIVE' };
            const cadre = lireCadre({ ...demande, objet: premiere.objet }, jour);
            if (!cadre.ok) return cadre;
            const inscrite = await inscrireSeance(sql, identite, {
              instance: premiere.instance,
              jour,
              cadre: cadre.valeur,
              publique: premiere.publique,
              demonstration,
              reprise: {
                id: premiere.id,
                quorumExige: quorumExige(await regleDeLInstance(sql, ouverte.id)),
              },
            });
            if ('code' in inscrite) return inscrite;
            await reprendreLOrdreDuJour(sql, premiere.id, inscrite.id);
            await annoncer(sql, premiere.id);
            await annoncer(sql, inscrite.id);
            await actes.signer(sql, identite, {
              nature: 'SEANCE_PREVUE',
              sujet: inscrite.id,
              charge: { jour },
            });
            return inscrite;
          },
        );
        return 'id' in fait ? issue(fait.id, null) : issue(premiere.id, fait.code);
      });
    },

    async regler(identite: Identite, demande: ReglerSecondeConvocation): Promise<IssueDInstance> {
      const regle = demande.regle ?? null;
      const source = lireTexteLibre(demande.source, MAX.objet);
      return database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const instance = await ouvrirInstance(sql, demande.instance);
        if (!instance) return dInstance(null, 'INSTANCE_INCONNUE');
        if (!agitSur(identite, instance.lieu)) return dInstance(instance.id, 'HORS_TERRITOIRE');
        if (regleDe(instance.type) !== 'VOTE') return dInstance(instance.id, 'VOTE_SANS_OBJET');
        if (!source.ok) return dInstance(instance.id, source.code);
        // A rule that nobody can check is no rule.
        if (regle !== null && source.valeur === null) return dInstance(instance.id, 'TEXTE_VIDE');
        const [present] = await sql.query<{ version: number }>(
          'SELECT version FROM instance_seconde_convocation WHERE instance = $1 FOR UPDATE',
          [instance.id],
        );
        const attendue = demande.versionAttendue;
        if (attendue !== null && attendue !== undefined && attendue !== (present?.version ?? 0)) {
          return dInstance(instance.id, 'VERSION_DEPASSEE');
        }
        await sql.query(
          `INSERT INTO instance_seconde_convocation (instance, regle, source, auteur, auteur_sujet)
           VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (instance) DO UPDATE SET regle = excluded.regle, source = excluded.source,
             auteur = excluded.auteur, auteur_sujet = excluded.auteur_sujet, modifie_le = now(),
             version = instance_seconde_convocation.version + 1`,
          [
            instance.id,
            regle,
            regle === null ? null : source.valeur,
            auteurDe(identite),
            identite.sujet,
          ],
        );
        return dInstance(instance.id, null);
      });
    },
  };
}

function dInstance(instance: string | null, code: CodeRefus | null): IssueDInstance {
  return { instance, refus: code && refus(code) };
}

async function estConvoquee(sql: SqlWriter, seance: string): Promise<boolean> {
  const rows = await sql.query(
    `SELECT FROM seance WHERE convocation_de = $1 AND statut <> 'ANNULEE'`,
    [seance],
  );
  return rows.length > 0;
}

async function regleDeLInstance(
  sql: SqlWriter,
  instance: string,
): Promise<RegleSecondeConvocation | null> {
  const [row] = await sql.query<{ regle: RegleSecondeConvocation | null }>(
    'SELECT regle FROM instance_seconde_convocation WHERE instance = $1',
    [instance],
  );
  return row?.regle ?? null;
}

/** The same items in the same order are the same agenda: what was agreed on stays agreed on. */
async function reprendreLOrdreDuJour(sql: SqlWriter, de: string, a: string): Promise<void> {
  await sql.query(
    `INSERT INTO seance_point (seance, partenaire, id, titre, duree, rang)
     SELECT $2, partenaire, id, titre, duree, rang FROM seance_point WHERE seance = $1`,
    [de, a],
  );
  await sql.query(
    `UPDATE seance n SET empreinte_ordre = s.empreinte_ordre
     FROM seance s WHERE s.id = $1 AND n.id = $2`,
    [de, a],
  );
  await sql.query(
    `INSERT INTO seance_accord (seance, objet, titre, empreinte, auteur, le)
     SELECT $2, objet, titre, empreinte, auteur, le FROM seance_accord
     WHERE seance = $1 AND objet = 'ORDRE_DU_JOUR'`,
    [de, a],
  );
}
