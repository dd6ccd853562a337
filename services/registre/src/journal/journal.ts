import {
  type Canal,
  type EntreeDeJournal,
  type EVENEMENTS,
  entreeDeJournalSchema,
} from '@passerelle/publication';
import type { Sql } from '../database/sql.js';

type Evenement = (typeof EVENEMENTS)[number];

/** What a room writes: the journal gives the rank and the instant. */
export interface NouvelleEntree {
  readonly evenement: Evenement;
  readonly canal?: Canal | null;
  readonly editeur: string;
  /** « jeton region-ci », « agent <sujet> », « registre »: `parOf(appelant)`. */
  readonly par: string;
  readonly commit?: string | null;
  readonly numero?: number | null;
  /** French, one sentence. */
  readonly resume: string;
  /** See `detailsDeJournalSchema`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface PageDeJournal {
  readonly entrees: EntreeDeJournal[];
  readonly suite: number | null;
}

/** Everything that was published, refused, granted: append-only, the database itself sees to it. */
export interface Journal {
  /** In the transaction of the act that it tells, last: the rank is held until it commits. */
  append(sql: Sql, entree: NouvelleEntree): Promise<number>;
  /** Newest first. */
  page(filtre: {
    canal?: Canal | undefined;
    editeur?: string | undefined;
    evenement?: Evenement | undefined;
    avant?: number | undefined;
    premiers: number;
  }): Promise<PageDeJournal>;
}

interface Row {
  rang: number;
  le: Date;
  evenement: string;
  canal: string | null;
  editeur: string;
  par: string;
  commit: string | null;
  numero: number | null;
  resume: string;
  details: unknown;
}

export function createJournal(sql: Sql): Journal {
  return {
    async append(transaction, entree) {
      const [row] = await transaction.query<{ rang: number }>(
        `INSERT INTO journal (evenement, canal, editeur, par, "commit", numero, resume, details)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING rang`,
        [
          entree.evenement,
          entree.canal ?? null,
          entree.editeur,
          entree.par,
          entree.commit ?? null,
          entree.numero ?? null,
          entree.resume,
          JSON.stringify(entree.details ?? {}),
        ],
      );
      if (!row) throw new Error('the journal gave no rank');
      return row.rang;
    },

    async page({ canal, editeur, evenement, avant, premiers }) {
      const rows = await sql.query<Row>(
        `SELECT * FROM journal
         WHERE ($1::text IS NULL OR canal = $1)
           AND ($2::text IS NULL OR editeur = $2)
           AND ($3::text IS NULL OR evenement = $3)
           AND ($4::integer IS NULL OR rang < $4)
         ORDER BY rang DESC LIMIT $5`,
        [canal ?? null, editeur ?? null, evenement ?? null, avant ?? null, premiers + 1],
      );
      const entrees = rows
        .slice(0, premiers)
        .map((row) => entreeDeJournalSchema.parse({ ...row, le: row.le.toISOString() }));
      return { entrees, suite: rows.length > premiers ? (entrees.at(-1)?.rang ?? null) : null };
    },
  };
}
