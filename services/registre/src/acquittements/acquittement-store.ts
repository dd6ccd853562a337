import { type Acquittement, acquittementSchema, type Canal } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import type { Journal } from '../journal/journal.js';

export const ACQUITTEMENT_CHANNEL = 'registre_acquittement';

export type AcquittementDate = Acquittement & { readonly le: string };

interface Row {
  canal: Canal;
  numero: number;
  passerelle: string;
  statut: string;
  code: string | null;
  message: string | null;
  duree_ms: number;
  le: Date;
}

/** Keeps the last word of a gateway on a publication; a refusal is an alarm, told once. */
export async function keepAcquittement(
  { sql, journal }: { sql: Sql; journal: Journal },
  recu: Acquittement,
  le: Date,
): Promise<void> {
  const { canal, numero, passerelle, statut, dureeMs } = recu;
  const { code = null, message = null } = recu;
  await sql.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO acquittement (canal, numero, passerelle, statut, code, message, duree_ms, le)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (canal, passerelle, numero) DO UPDATE
         SET statut = $4, code = $5, message = $6, duree_ms = $7, le = $8`,
      [canal, numero, passerelle, statut, code, message, dureeMs, le],
    );
    if (statut === 'SERVIE') {
      await tx.query(
        `INSERT INTO passerelle (canal, nom, numero, vue_le) VALUES ($1, $2, $3, $4)
         ON CONFLICT (canal, nom) DO UPDATE SET numero = $3, vue_le = $4,
           alarme_code = NULL, alarme_message = NULL, alarme_le = NULL`,
        [canal, passerelle, numero, le],
      );
    } else if (await isNewAlarm(tx, recu, le)) {
      await journal.append(tx, {
        evenement: 'ALARME',
        canal,
        editeur: 'commun',
        par: `passerelle ${passerelle}`,
        numero: numero > 0 ? numero : null,
        resume: `La passerelle ${passerelle} n’a pas servi la publication ${numero > 0 ? numero : 'reçue'} : ${code ?? 'sans code'}.`,
        details: { code, message, passerelle },
      });
    }
    const payload = JSON.stringify({ canal, numero });
    await tx.query('SELECT pg_notify($1, $2)', [ACQUITTEMENT_CHANNEL, payload]);
  });
}

/** The row is locked: a gateway that says the same thing again does not fill the journal. */
async function isNewAlarm(tx: Sql, recu: Acquittement, le: Date): Promise<boolean> {
  const { canal, passerelle, code = null, message = null } = recu;
  await tx.query(
    `INSERT INTO passerelle (canal, nom, numero, vue_le) VALUES ($1, $2, 0, $3)
     ON CONFLICT DO NOTHING`,
    [canal, passerelle, le],
  );
  const [before] = await tx.query<{ alarme_code: string | null; alarme_message: string | null }>(
    'SELECT alarme_code, alarme_message FROM passerelle WHERE canal = $1 AND nom = $2 FOR UPDATE',
    [canal, passerelle],
  );
  await tx.query(
    `UPDATE passerelle SET vue_le = $3, alarme_code = $4, alarme_message = $5, alarme_le = $3
     WHERE canal = $1 AND nom = $2`,
    [canal, passerelle, le, code ?? 'REFUSEE', message ?? ''],
  );
  const now = [code ?? 'REFUSEE', message ?? ''];
  return now[0] !== before?.alarme_code || now[1] !== before?.alarme_message;
}

/**
 * What each gateway said of a publication: of that one, else of the first one after it that it
 * received instead, else that something since then could not even be read.
 */
export async function readAcquittements(
  sql: Sql,
  canal: Canal,
  numero: number,
): Promise<AcquittementDate[]> {
  const rows = await sql.query<Row>(
    `SELECT DISTINCT ON (passerelle) a.* FROM acquittement a
     WHERE canal = $1 AND (numero >= $2 OR (numero = 0 AND le >= (
       SELECT publiee_le FROM publication p WHERE p.canal = $1 AND p.numero = $2)))
     ORDER BY passerelle, numero = 0, numero`,
    [canal, numero],
  );
  return rows.map(({ duree_ms, le, code, message, ...row }) => ({
    ...acquittementSchema.parse({
      ...row,
      ...(code !== null && { code }),
      ...(message !== null && { message }),
      dureeMs: duree_ms,
    }),
    le: le.toISOString(),
  }));
}

export interface PasserelleVue {
  readonly passerelle: string;
  readonly numero: number;
  readonly vueLe: string;
  readonly alarme: { code: string; message: string; le: string } | null;
}

/** A replica that is gone for good, and its alarm, is no longer told: each start may bring a name. */
const SHOWN_DAYS = 7;
const SHOWN_MAX = 200;

/** By name. */
export async function listPasserelles(sql: Sql, canal: Canal, le: Date): Promise<PasserelleVue[]> {
  const rows = await sql.query<{
    nom: string;
    numero: number;
    vue_le: Date;
    alarme_code: string | null;
    alarme_message: string | null;
    alarme_le: Date | null;
  }>(
    `SELECT * FROM passerelle WHERE canal = $1 AND vue_le > $2::timestamptz - make_interval(days => $3)
     ORDER BY vue_le DESC, nom LIMIT $4`,
    [canal, le, SHOWN_DAYS, SHOWN_MAX],
  );
  rows.sort((a, b) => (a.nom < b.nom ? -1 : 1));
  return rows.map((row) => ({
    passerelle: row.nom,
    numero: row.numero,
    vueLe: row.vue_le.toISOString(),
    alarme:
      row.alarme_code === null || row.alarme_le === null
        ? null
        : {
            code: row.alarme_code,
            message: row.alarme_message ?? '',
            le: row.alarme_le.toISOString(),
          },
  }));
}
