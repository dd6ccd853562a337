import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import { viewerSettings } from '../../database/viewer.js';
import type { LieuConnu } from '../domain/fichier/reconnaitre.js';
import type {
  IndicateurJournal,
  Lot,
  LotPublie,
  OpenJournal,
} from '../domain/indicateur.journal.js';
import type { Indicateur, Mesure } from '../domain/indicateur.js';
import { compterLesMasquees } from './compter-les-masquees.js';
import { INDICATEUR_COLUMNS } from './indicateur.row.js';
import { insererMesures } from './indicateur.seed.js';
import { LOT_DEPASSE } from './lire-lots.js';
import { lireMesures, rendreLesValeurs } from './mesures-exactes.js';
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
        const asTheService = async <Result>(work: () => Promise<Result>): Promise<Result> => {
          await sql.query(viewerSettings('systeme'));
          const result = await work();
          await sql.query(viewerSettings(identite));
          return result;
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
    asTheService: <Result>(work: () => Promise<Result>) => Promise<Result>;
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
      const [row] = await sql.query<{
        lot: string;
        empreinteDemande: string;
        periodes: readonly string[];
      }>(
        `SELECT id::text AS lot, empreinte_demande AS "empreinteDemande", periodes FROM mesure_lot
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

    async lieuxNommes() {
      return sql.query<LieuConnu>(
        `SELECT maille, code, nom FROM territoire WHERE maille <> 'COMMUNE' ORDER BY maille, code`,
      );
    },

    async masquerait(mesures) {
      const indicateur = await readIndicateur();
      if (!indicateur?.comptePersonnes) return null;
      return asTheService(() => compterLesMasquees(sql, indicateur, mesures, seuil));
    },

    async ajouter(lot, mesures) {
      const { indicateur, id } = await ouvrirLot(lot, null);
      await insererMesures(sql, id, mesures);
      await publierLot(indicateur, id, lot, mesures);
      return id;
    },

    async lot(id) {
      if (!/^\d{1,18}$/.test(id)) return null;
      const [row] = await sql.query<LotPublie>(
        `SELECT l.id::text, l.periodes,
                ${LOT_DEPASSE} AS depasse
         FROM mesure_lot l WHERE l.id = $1::bigint AND l.indicateur = $2 AND l.auteur_sujet <> 'systeme'`,
        [id, code],
      );
      return row ?? null;
    },

    async annuler(annule, lot) {
      const { indicateur, id } = await ouvrirLot(lot, annule.id);
      const rendues = await rendreLesValeurs(sql, id, annule.id);
      await publierLot(indicateur, id, lot, rendues);
    },
  };

  async function ouvrirLot(
    lot: Lot,
    annule: string | null,
  ): Promise<{ indicateur: Indicateur; id: string }> {
    const indicateur = await readIndicateur();
    if (indicateur === null) throw new Error('values of an unknown indicator were let through');
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO mesure_lot (indicateur, periodes, auteur, auteur_sujet, cle_idempotence,
         empreinte_demande, annule)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id::text`,
      [
        code,
        lot.periodes,
        lot.auteur.affiche,
        lot.auteur.sujet,
        lot.cleIdempotence,
        lot.empreinteDemande,
        annule,
      ],
    );
    if (!row) throw new Error('a set of values was not recorded');
    return { indicateur, id: row.id };
  }

  async function publierLot(
    indicateur: Indicateur,
    id: string,
    { periodes, auteur }: Lot,
    mesures: readonly Pick<Mesure, 'maille' | 'territoire'>[],
  ): Promise<void> {
    await asTheService(() =>
      republier(sql, indicateur, { id, periodes, auteur: auteur.affiche }, seuil),
    );
    await annoncer({
      libelle: indicateur.libelle,
      periodes,
      territoires: [
        ...new Set(mesures.map(({ maille, territoire }) => `${maille}:${territoire}`)),
      ].slice(0, TERRITOIRES_NOMMES),
    });
  }
}
