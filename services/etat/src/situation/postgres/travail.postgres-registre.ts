import { createHash, randomUUID } from 'node:crypto';
import { identiteSchema } from '@passerelle/identity';
import {
  type Database,
  type JournalDesActes,
  type SqlWriter,
  sqlWriterOf,
} from '@passerelle/subgraph';
import { canonicalJson } from '../domain/canonical-json.js';
import { etapeSuivante, type PageLue, type TravailPris } from '../domain/travail.js';
import type { RegistreDesTravaux } from '../domain/travaux.js';
import { numeroDe } from './travail.postgres-reader.js';

const SITUATION_ARRETEE = 'SITUATION_ARRETEE';

/** Longer than any page takes: the graph gives up after fifteen seconds. */
const BAIL = '60 seconds';
const PRIS = `'travail-' || numero AS id, titre, le::text, incomplet, etape, manquants, apres,
  bail::text AS bail`;

export function travailPostgresRegistre(
  database: Database,
  actes: JournalDesActes,
  demonstration: boolean,
): RegistreDesTravaux {
  const asTheService = <Result>(act: (sql: SqlWriter) => Promise<Result>): Promise<Result> =>
    database.write('systeme', (manager) => act(sqlWriterOf(manager)));

  return {
    connu: (identite, cle) =>
      database.write(identite, async (manager) => {
        const [row] = await sqlWriterOf(manager).query<{ id: string; empreinteDemande: string }>(
          `SELECT 'travail-' || numero AS id, empreinte_demande AS "empreinteDemande"
           FROM situation_travail WHERE cle_idempotence = $1`,
          [cle],
        );
        return row ?? null;
      }),

    ouvrir: (identite, demande, premiere) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        await verrouiller(sql);
        const [connu] = await sql.query<{ id: string; empreinte: string }>(
          `SELECT 'travail-' || numero AS id, empreinte_demande AS empreinte
           FROM situation_travail WHERE cle_idempotence = $1`,
          [demande.cleIdempotence],
        );
        if (connu) {
          return connu.empreinte === demande.empreinteDemande
            ? { id: connu.id }
            : { refus: 'CLE_IDEMPOTENCE_REUTILISEE' };
        }
        if (await estOccupe(sql)) return { refus: 'ARRETE_EN_COURS' };
        const [ouvert] = await sql.query<{ numero: string }>(
          `INSERT INTO situation_travail (titre, le, incomplet, auteur, identite, etape, lus,
             manquants, cle_idempotence, empreinte_demande)
           VALUES ($1, $2::date, $3, $4, $5::jsonb, 'INDICATEURS', $6, $7::text[], $8, $9)
           RETURNING numero::text AS numero`,
          [
            demande.titre,
            demande.le,
            demande.incomplet,
            demande.auteur,
            JSON.stringify(identite),
            premiere.elements,
            premiere.manquants,
            demande.cleIdempotence,
            demande.empreinteDemande,
          ],
        );
        if (!ouvert) throw new Error('a work was not numbered');
        await garder(sql, ouvert.numero, premiere);
        return { id: `travail-${ouvert.numero}` };
      }),

    reprendre: (identite, id) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        await verrouiller(sql);
        const numero = numeroDe(id);
        const [connu] = await sql.query<{ etat: string }>(
          'SELECT etat FROM situation_travail WHERE numero = $1::bigint',
          [numero],
        );
        if (!connu) return 'TRAVAIL_INCONNU';
        if (connu.etat !== 'ECHOUE') return 'TRAVAIL_NON_REPRENABLE';
        if (await estOccupe(sql)) return 'ARRETE_EN_COURS';
        await sql.query(
          `UPDATE situation_travail
           SET etat = 'EN_COURS', motif = NULL, bail = NULL, reserve_jusqua = NULL
           WHERE numero = $1::bigint`,
          [numero],
        );
        return null;
      }),

    prendre: () =>
      asTheService(async (sql) => {
        const [pris] = await sql.query<TravailPris>(
          `WITH pris AS (UPDATE situation_travail
           SET bail = $1::uuid, reserve_jusqua = now() + interval '${BAIL}'
           WHERE numero = (
             SELECT numero FROM situation_travail
             WHERE etat = 'EN_COURS' AND (reserve_jusqua IS NULL OR reserve_jusqua < now())
             ORDER BY numero LIMIT 1 FOR UPDATE SKIP LOCKED)
           RETURNING ${PRIS}) SELECT * FROM pris`,
          [randomUUID()],
        );
        return pris ?? null;
      }),

    noter: (pris, page) =>
      asTheService(async (sql) => {
        const numero = numeroDe(pris.id);
        const etape = page.suite === null ? etapeSuivante(pris.etape) : pris.etape;
        const [suite] = await sql.query<TravailPris>(
          `WITH suite AS (UPDATE situation_travail
           SET etape = $3, apres = $4, lus = lus + $5,
             manquants = ARRAY(SELECT DISTINCT m FROM unnest(manquants || $6::text[]) m ORDER BY m),
             reserve_jusqua = now() + interval '${BAIL}'
           WHERE numero = $1::bigint AND bail = $2::uuid AND etat = 'EN_COURS'
           RETURNING ${PRIS}) SELECT * FROM suite`,
          [numero, pris.bail, etape ?? pris.etape, page.suite, page.elements, page.manquants],
        );
        if (!suite) return null;
        await garder(sql, numero ?? '', page);
        return etape === null ? 'FINI' : suite;
      }),

    signer: async (pris) => {
      const numero = numeroDe(pris.id);
      const lu = await asTheService(async (sql) => {
        const [travail] = await sql.query<{
          identite: unknown;
          manquants: string[];
          auteur: string;
        }>(
          `SELECT identite, manquants, auteur FROM situation_travail
           WHERE numero = $1::bigint AND bail = $2::uuid AND etat = 'EN_COURS'`,
          [numero, pris.bail],
        );
        const pages = await sql.query<{ partie: PageLue['partie']; contenu: unknown }>(
          'SELECT partie, contenu FROM situation_page WHERE travail = $1::bigint ORDER BY rang',
          [numero],
        );
        return travail ? { ...travail, pages } : null;
      });
      // Another replica has it: it signs.
      if (lu === null) return;
      const contenu = canonicalJson({ le: pris.le, titre: pris.titre, ...assembler(lu.pages) });
      const empreinte = createHash('sha256').update(contenu).digest('hex');
      const identite = identiteSchema.parse(lu.identite);
      await database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        await verrouiller(sql);
        const [row] = await sql.query<{ rang: string }>(
          'SELECT (count(*) + 1)::text AS rang FROM situation WHERE le = $1::date',
          [pris.le],
        );
        const id = `situation-${pris.le}-${row?.rang ?? '1'}`;
        await sql.query(
          `INSERT INTO situation
             (id, titre, le, auteur, empreinte, manquants, contenu, demonstration)
           VALUES ($1, $2, $3, $4, $5, $6::text[], $7, $8)`,
          [id, pris.titre, pris.le, lu.auteur, empreinte, lu.manquants, contenu, demonstration],
        );
        const [fini] = await sql.query<{ numero: string }>(
          `WITH fini AS (UPDATE situation_travail
           SET etat = 'PRET', situation = $3, bail = NULL, reserve_jusqua = NULL
           WHERE numero = $1::bigint AND bail = $2::uuid AND etat = 'EN_COURS'
           RETURNING numero::text AS numero) SELECT * FROM fini`,
          [numero, pris.bail, id],
        );
        if (!fini) throw new Error('a work was signed that another replica holds');
        await sql.query('DELETE FROM situation_page WHERE travail = $1::bigint', [numero]);
        // The house's signature on the hash: whoever holds the text can tell that it is this one.
        await actes.signer(sql, identite, {
          nature: SITUATION_ARRETEE,
          sujet: id,
          charge: { empreinte, le: pris.le },
        });
      });
    },

    echouer: (pris, motif) =>
      asTheService(async (sql) => {
        await sql.query(
          `UPDATE situation_travail
           SET etat = 'ECHOUE', motif = $3, bail = NULL, reserve_jusqua = NULL
           WHERE numero = $1::bigint AND bail = $2::uuid AND etat = 'EN_COURS'`,
          [numeroDe(pris.id), pris.bail, motif],
        );
      }),
  };
}

async function verrouiller(sql: SqlWriter): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('situation', 0))`);
}

async function estOccupe(sql: SqlWriter): Promise<boolean> {
  const [un] = await sql.query(`SELECT FROM situation_travail WHERE etat = 'EN_COURS'`);
  return un !== undefined;
}

async function garder(sql: SqlWriter, numero: string, page: PageLue): Promise<void> {
  await sql.query(
    `INSERT INTO situation_page (travail, rang, partie, contenu)
     SELECT $1::bigint, coalesce(max(rang), 0) + 1, $2, $3::jsonb
     FROM situation_page WHERE travail = $1::bigint`,
    [numero, page.partie, JSON.stringify(page.contenu)],
  );
}

/** The protocol and the figures as they came; the lists, end to end. */
function assembler(
  pages: readonly { partie: PageLue['partie']; contenu: unknown }[],
): Readonly<Record<string, unknown>> {
  const de = (partie: PageLue['partie']): unknown[] =>
    pages.filter((page) => page.partie === partie).map(({ contenu }) => contenu);
  const [protocole] = de('protocole');
  const [indicateurs] = de('indicateurs');
  return {
    ...(typeof protocole === 'object' ? protocole : {}),
    indicateurs: indicateurs ?? null,
    decisions: de('decisions').flat(),
    fiches: de('fiches').flat(),
  };
}
