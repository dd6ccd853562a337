import type { Partenaire } from '@passerelle/identity';
import { normaliserNom } from '@passerelle/reference-data';
import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import type { CleTerritoire, Lieu } from '../../territoires/index.js';
import { readRetires } from '../../texte-commun/index.js';
import type { ActeConnu, FicheJournal, OpenFiches } from '../domain/fiche.journal.js';
import type { CleFiche, VisibiliteFiche } from '../domain/fiche.js';
import { ficheId } from '../domain/fiche-id.js';
import { MOUVEMENT_FICHE } from '../domain/mouvement-fiche.js';
import { FICHE_COLUMNS, type FicheRow, toFiche } from './fiche.row.js';

/** Nature of the act by which the other houses learn that a fiche was published. */
const FICHE_PUBLIEE = 'FICHE_PUBLIEE';

/** @param deps.demonstration - whether what is written is demonstration data, and must say so */
export function fichePostgresJournal(deps: {
  maison: Partenaire;
  database: Database;
  actes: JournalDesActes;
  demonstration: boolean;
}): FicheJournal {
  const { maison, database, actes, demonstration } = deps;
  return {
    open: (identite, act) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('fiches', 0))`);
        const annoncer: Annoncer = async ({ numero, version }, engagement) => {
          const sujet = ficheId(maison, numero);
          const charge = { engagement, version };
          await actes.signer(sql, identite, { nature: FICHE_PUBLIEE, sujet, charge });
        };
        return act(openFiches(sql, demonstration, annoncer));
      }),
  };
}

type Annoncer = (cle: CleFiche, engagement: string) => Promise<void>;

function openFiches(sql: SqlWriter, demonstration: boolean, annoncer: Annoncer): OpenFiches {
  return {
    async findByKey(cleIdempotence) {
      const [row] = await sql.query<ActeConnu>(
        `SELECT numero, version, empreinte_demande AS "empreinteDemande"
         FROM fiche_acte WHERE cle_idempotence = $1`,
        [cleIdempotence],
      );
      return row ?? null;
    },

    async courante(numero) {
      const [row] = await sql.query<FicheRow>(
        `SELECT ${FICHE_COLUMNS} FROM fiche f WHERE f.numero = $1
         ORDER BY f.version DESC LIMIT 1`,
        [numero],
      );
      return row ? toFiche(row) : null;
    },

    async enCours(numero) {
      const rows = await sql.query<{ version: number }>(
        `SELECT version FROM fiche
         WHERE numero = $1 AND etat <> 'PUBLIEE' AND version > coalesce((
           SELECT max(version) FROM fiche WHERE numero = $1 AND etat = 'PUBLIEE'), 0)
         ORDER BY version DESC`,
        [numero],
      );
      return rows.map(({ version }) => version);
    },

    nextNumero: () => one(sql, 'SELECT coalesce(max(numero), 0) + 1 AS n FROM fiche_version', []),

    lastVersion: (numero) =>
      one(sql, 'SELECT coalesce(max(version), 0) AS n FROM fiche_version WHERE numero = $1', [
        numero,
      ]),

    async addVersion({ numero, version }, contenu, { auteur }) {
      await sql.query(
        `INSERT INTO fiche_version (numero, version, titre, titre_cle, objet, engagement, statut,
           debut, fin, experimental, etapes, budget, visibilite, variante_de, prolonge,
           evaluation_texte, evaluation_le, issue, motif_issue, suite, auteur, auteur_sujet,
           demonstration)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
           $19, $20, $21, $22, $23)`,
        [
          numero,
          version,
          contenu.titre,
          normaliserNom(contenu.titre),
          contenu.objet,
          contenu.engagement,
          contenu.statut,
          contenu.debut,
          contenu.fin,
          contenu.experimental,
          JSON.stringify(contenu.etapes),
          JSON.stringify(contenu.budget),
          contenu.visibilite,
          contenu.varianteDe,
          contenu.prolonge,
          contenu.evaluation?.texte ?? null,
          contenu.evaluation?.le ?? null,
          contenu.issue,
          contenu.motifIssue,
          contenu.suite,
          auteur.affiche,
          auteur.sujet,
          demonstration,
        ],
      );
      await sql.query(
        `INSERT INTO fiche_territoire (numero, version, rang, maille, code)
         SELECT $1, $2, k.rang, k.maille, k.code
         FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS k (maille, code, rang)`,
        [numero, version, ...columnsOf(contenu.territoires)],
      );
    },

    async addActe(
      { numero, version },
      acte,
      { auteur, cleIdempotence, empreinteDemande },
      motif = null,
    ) {
      const [content] = await sql.query<{ visibilite: VisibiliteFiche; engagement: string }>(
        `SELECT visibilite, engagement FROM fiche_version WHERE numero = $1 AND version = $2`,
        [numero, version],
      );
      if (!content) throw new Error(`no version ${version} of fiche ${numero} to act upon`);
      await sql.query(
        `INSERT INTO fiche_acte (numero, version, acte, visibilite, auteur, auteur_sujet,
           cle_idempotence, empreinte_demande, motif)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          numero,
          version,
          acte,
          content.visibilite,
          auteur.affiche,
          auteur.sujet,
          cleIdempotence,
          empreinteDemande,
          motif,
        ],
      );
      await sql.query('INSERT INTO mouvement (nature, charge) VALUES ($1, $2)', [
        MOUVEMENT_FICHE,
        JSON.stringify({ numero, version, acte }),
      ]);
      if (acte === 'PUBLIER' && content.visibilite !== 'MAISON') {
        await annoncer({ numero, version }, content.engagement);
      }
    },

    async isEngagement(code) {
      return (
        (await one(sql, 'SELECT count(*)::int AS n FROM engagement WHERE code = $1', [code])) > 0
      );
    },

    async isRetire(engagement, jour) {
      return (await readRetires(sql, [engagement], jour)).has(engagement);
    },

    async isPubliee(numero, engagement) {
      return (
        (await one(
          sql,
          `SELECT count(*)::int AS n FROM fiche
           WHERE numero = $1 AND engagement = $2 AND etat = 'PUBLIEE'`,
          [numero, engagement],
        )) > 0
      );
    },

    async region() {
      const [row] = await sql.query<CleTerritoire>(
        `SELECT code, maille FROM territoire WHERE maille = 'REGION' LIMIT 1`,
      );
      if (!row) throw new Error('the territories of the region have not been loaded');
      return row;
    },

    lieux: (territoires) =>
      sql.query<Lieu>(
        `SELECT t.maille, t.code, coalesce(p.parents, '[]') AS parents
         FROM unnest($1::text[], $2::text[]) AS k (maille, code)
         JOIN territoire t ON t.maille = k.maille AND t.code = k.code
         CROSS JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_object('maille', c.maille, 'code', c.code)) AS parents
           FROM (VALUES ('REGION', t.region), ('DEPARTEMENT', t.departement),
                        ('ARRONDISSEMENT', t.arrondissement), ('EPCI', t.epci)) AS c (maille, code)
           WHERE c.code IS NOT NULL
         ) p`,
        columnsOf(territoires),
      ),
  };
}

async function one(
  sql: SqlWriter,
  text: string,
  values: Parameters<SqlWriter['query']>[1],
): Promise<number> {
  const [row] = await sql.query<{ n: number }>(text, values);
  if (!row) throw new Error('a count answers one row');
  return row.n;
}

function columnsOf(territoires: readonly CleTerritoire[]): [readonly string[], readonly string[]] {
  return [territoires.map(({ maille }) => maille), territoires.map(({ code }) => code)];
}
