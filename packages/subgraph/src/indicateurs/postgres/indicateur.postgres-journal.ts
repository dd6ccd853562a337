import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import { viewerSettings } from '../../database/viewer.js';
import type { IndicateurJournal, OpenJournal } from '../domain/indicateur.journal.js';
import type { Indicateur } from '../domain/indicateur.js';
import { INDICATEUR_COLUMNS } from './indicateur.row.js';
import { insererMesures } from './indicateur.seed.js';
import { lireMesures } from './mesures-exactes.js';
import { republier } from './republier.js';

/** @param seuil - counts of persons below it are hidden */
export function indicateurPostgresJournal(
  database: Database,
  actes: JournalDesActes,
  seuil: number,
): IndicateurJournal {
  return {
    open: (identite, { indicateur, cleIdempotence }, act) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        // Always in this order, so that two writers never wait for each other.
        if (cleIdempotence !== null) await lock(sql, `cle:${cleIdempotence}`);
        await lock(sql, `indicateur:${indicateur}`);
        const asTheService = async (work: () => Promise<void>): Promise<void> => {
          await sql.query(viewerSettings('systeme'));
          await work();
          await sql.query(viewerSettings(identite));
        };
        const annoncer = async (charge: Publication): Promise<void> => {
          const sujet = `${identite.partenaire}:${indicateur}`;
          await actes.signer(sql, identite, { nature: 'INDICATEUR_PUBLIE', sujet, charge });
        };
        return act(openJournal(sql, indicateur, seuil, { asTheService, annoncer }));
      }),
  };
}

/** What the other houses are told: never a value, which may have to stay hidden. */
interface Publication extends Readonly<Record<string, unknown>> {
  readonly libelle: string;
  readonly periodes: readonly string[];
  readonly territoires: readonly string[];
}

/** Who follows one of these territories is told too; more would be everybody's business. */
const TERRITOIRES_NOMMES = 50;

/** Held until the transaction ends; two texts that hash alike only wait for nothing. */
async function lock(sql: SqlWriter, what: string): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
}

function openJournal(
  sql: SqlWriter,
  code: string,
  seuil: number,
  {
    asTheService,
    annoncer,
  }: {
    asTheService: (work: () => Promise<void>) => Promise<void>;
    annoncer: (publication: Publication) => Promise<void>;
  },
): OpenJournal {
  async function readIndicateur(): Promise<Indicateur | null> {
    const [row] = await sql.query<Indicateur>(
      `SELECT ${INDICATEUR_COLUMNS} FROM indicateur i WHERE i.code = $1`,
      [code],
    );
    return row ?? null;
  }

  return {
    async findByKey(cleIdempotence) {
      const [row] = await sql.query<{ empreinteDemande: string; periodes: readonly string[] }>(
        `SELECT empreinte_demande AS "empreinteDemande", periodes FROM mesure_lot
         WHERE cle_idempotence = $1`,
        [cleIdempotence],
      );
      return row ?? null;
    },

    indicateur: readIndicateur,

    async territoires(cles) {
      const lisibles = cles.filter(({ code: un }) => /^[0-9A-Z]{1,9}$/.test(un));
      const rows = await sql.query<{ cle: string }>(
        `SELECT DISTINCT t.maille || '/' || t.code AS cle
         FROM unnest($1::text[], $2::text[]) AS k (maille, code)
         JOIN territoire t ON t.maille = k.maille AND t.code = k.code`,
        [lisibles.map(({ maille }) => maille), lisibles.map(({ code: un }) => un)],
      );
      return new Set(rows.map(({ cle }) => cle));
    },

    async versions(periodes) {
      const rows = await sql.query<{ periode: string; version: number }>(
        `SELECT periode, version FROM mesure_tableau
         WHERE indicateur = $1 AND periode = ANY($2::text[])`,
        [code, periodes],
      );
      return new Map(rows.map(({ periode, version }) => [periode, version]));
    },

    mesures: (periodes) => lireMesures(sql, code, periodes),

    async periodesPubliees() {
      const rows = await sql.query<{ periode: string }>(
        'SELECT periode FROM mesure_tableau WHERE indicateur = $1',
        [code],
      );
      return rows.map(({ periode }) => periode);
    },

    async ajouter(lot, mesures) {
      const indicateur = await readIndicateur();
      if (indicateur === null) throw new Error('values of an unknown indicator were let through');
      const [row] = await sql.query<{ id: string }>(
        `INSERT INTO mesure_lot (indicateur, periodes, auteur, auteur_sujet, cle_idempotence,
           empreinte_demande)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id::text`,
        [
          code,
          lot.periodes,
          lot.auteur.affiche,
          lot.auteur.sujet,
          lot.cleIdempotence,
          lot.empreinteDemande,
        ],
      );
      if (!row) throw new Error('a set of values was not recorded');
      await insererMesures(sql, row.id, mesures);
      const { periodes, auteur } = lot;
      await asTheService(() =>
        republier(sql, indicateur, { id: row.id, periodes, auteur: auteur.affiche }, seuil),
      );
      await annoncer({
        libelle: indicateur.libelle,
        periodes: lot.periodes,
        territoires: [
          ...new Set(mesures.map(({ maille, territoire }) => `${maille}:${territoire}`)),
        ].slice(0, TERRITOIRES_NOMMES),
      });
    },
  };
}
