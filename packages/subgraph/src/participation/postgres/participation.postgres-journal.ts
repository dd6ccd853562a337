import type { Identite, Partenaire } from '@passerelle/identity';
import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import type {
  DemandeConnue,
  OpenParticipation,
  ParticipationJournal,
} from '../domain/participation.journal.js';
import type { NatureAccord } from '../domain/participation.js';
import { parsePointId, pointId } from '../domain/point-id.js';

const NATURE_DE_L_ACTE = {
  ORDRE_DU_JOUR: 'ORDRE_DU_JOUR_ACCORDE',
  RELEVE: 'RELEVE_VALIDE',
} as const satisfies Record<NatureAccord, string>;

interface Deps {
  readonly maison: Partenaire;
  readonly database: Database;
  readonly actes: JournalDesActes;
  /** Whether what is written is demonstration data, and must say so. */
  readonly demonstration: boolean;
}

export function participationPostgresJournal(deps: Deps): ParticipationJournal {
  return {
    open: (identite, { sujet, cleIdempotence }, act) =>
      deps.database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        // Always in this order, so that two writers never wait for each other.
        if (cleIdempotence !== null) await lock(sql, `cle:${cleIdempotence}`);
        await lock(sql, `participation:${sujet}`);
        return act(openParticipation(deps, identite, sql));
      }),
  };
}

/** Held until the transaction ends; two texts that hash alike only wait for nothing. */
async function lock(sql: SqlWriter, what: string): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
}

function openParticipation(
  { maison, actes, demonstration }: Deps,
  identite: Identite,
  sql: SqlWriter,
): OpenParticipation {
  const auteur = [identite.fonction, identite.organisation]
    .filter((part) => part !== '')
    .join(', ');
  const signer = (
    nature: string,
    sujet: string,
    charge: Readonly<Record<string, unknown>>,
  ): Promise<unknown> => actes.signer(sql, identite, { nature, sujet, charge });

  return {
    async findByKey(cleIdempotence) {
      const [row] = await sql.query<DemandeConnue>(
        `SELECT empreinte_demande AS "empreinteDemande" FROM participation_envoi
         WHERE cle_idempotence = $1`,
        [cleIdempotence],
      );
      return row ?? null;
    },

    async addEnvoi({ cleIdempotence, empreinteDemande }) {
      await sql.query(
        'INSERT INTO participation_envoi (cle_idempotence, empreinte_demande) VALUES ($1, $2)',
        [cleIdempotence, empreinteDemande],
      );
    },

    async point(seance, id) {
      const numero = parsePointId(maison, id);
      if (numero === null) return null;
      const [row] = await sql.query<{ retire: boolean }>(
        `SELECT r.seance IS NOT NULL AS retire
         FROM participation_point p LEFT JOIN participation_retrait r USING (seance, numero)
         WHERE p.seance = $1 AND p.numero = $2`,
        [seance, numero],
      );
      return row ?? null;
    },

    async addPoint({ seance, titre, duree }) {
      const [row] = await sql.query<{ numero: number }>(
        `INSERT INTO participation_point (seance, numero, titre, duree, auteur, auteur_sujet,
           demonstration)
         SELECT $1, coalesce(max(numero), 0) + 1, $2, $3::int, $4, $5, $6::boolean
         FROM participation_point WHERE seance = $1
         RETURNING numero`,
        [seance, titre, duree, auteur, identite.sujet, demonstration],
      );
      if (!row) throw new Error('a point was not recorded');
      const id = pointId(maison, row.numero);
      await signer('POINT_PROPOSE', seance, { id, titre, duree });
      return id;
    },

    async addRetrait({ id, seance }) {
      const numero = parsePointId(maison, id);
      if (numero === null) throw new Error(`« ${id} » is no point of this house`);
      await sql.query(
        `INSERT INTO participation_retrait (seance, numero, auteur, auteur_sujet)
         VALUES ($1, $2, $3, $4)`,
        [seance, numero, auteur, identite.sujet],
      );
      await signer('POINT_RETIRE', seance, { id });
    },

    async dernierAccord(nature, seance, titre) {
      const [row] = await sql.query<{ empreinte: string }>(
        `SELECT empreinte FROM participation_accord
         WHERE seance = $1 AND nature = $2 AND titre IS NOT DISTINCT FROM $3
         ORDER BY id DESC LIMIT 1`,
        [seance, nature, titre],
      );
      return row?.empreinte ?? null;
    },

    async addAccord({ nature, seance, titre, empreinte }) {
      await sql.query(
        `INSERT INTO participation_accord (seance, nature, titre, empreinte, auteur, auteur_sujet)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [seance, nature, titre, empreinte, auteur, identite.sujet],
      );
      await signer(NATURE_DE_L_ACTE[nature], seance, { empreinte, titre });
    },

    async derniereValidation(decision, titre) {
      const [row] = await sql.query<{ empreinte: string }>(
        `SELECT empreinte FROM participation_validation
         WHERE decision = $1 AND titre = $2 ORDER BY id DESC LIMIT 1`,
        [decision, titre],
      );
      return row?.empreinte ?? null;
    },

    async addValidation(decision, titre, empreinte) {
      await sql.query(
        `INSERT INTO participation_validation (decision, titre, empreinte, auteur, auteur_sujet)
         VALUES ($1, $2, $3, $4, $5)`,
        [decision, titre, empreinte, auteur, identite.sujet],
      );
      await signer('DECISION_VALIDEE', decision, { titre, empreinte });
    },

    async versionDeSuite(decision) {
      const [row] = await sql.query<{ version: number }>(
        'SELECT coalesce(max(version), 0) AS version FROM participation_suite WHERE decision = $1',
        [decision],
      );
      return row?.version ?? 0;
    },

    async addSuite({ decision, version, avancement, texte }) {
      await sql.query(
        `INSERT INTO participation_suite (decision, version, avancement, texte, auteur, auteur_sujet,
           demonstration)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [decision, version, avancement, texte, auteur, identite.sujet, demonstration],
      );
      await signer('SUITE_ENREGISTREE', decision, { avancement, texte, version });
    },
  };
}
