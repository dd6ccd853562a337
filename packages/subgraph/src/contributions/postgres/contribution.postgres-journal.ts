import type { Identite } from '@passerelle/identity';
import type { EntityManager } from 'typeorm';
import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import { MouvementEntity } from '../../outbox/mouvement.entity.js';
import { readRetires, texteCommunError } from '../../texte-commun/index.js';
import type {
  ActeConnu,
  ContributionJournal,
  OpenJournal,
} from '../domain/contribution.journal.js';
import type { Visibilite } from '../domain/contribution.js';
import { MOUVEMENT_CONTRIBUTION } from '../domain/mouvement-contribution.js';
import type { Courante } from '../domain/vie.js';
import { ContributionActeEntity } from './contribution-acte.entity.js';
import { ContributionVersionEntity } from './contribution-version.entity.js';

/** Told to the other houses when a contribution that they may read is published. */
const CONTRIBUTION_PUBLIEE = 'CONTRIBUTION_PUBLIEE';

/** @param actes - where publications are signed; null tells the other houses nothing */
export function contributionPostgresJournal(
  database: Database,
  actes: JournalDesActes | null,
): ContributionJournal {
  return {
    open: (identite, { engagement, cleIdempotence }, act) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        // Always in this order, so that two writers never wait for each other.
        if (cleIdempotence !== null) await lock(sql, `cle:${cleIdempotence}`);
        await lock(sql, `engagement:${engagement}`);
        const [known] = await sql.query('SELECT FROM engagement WHERE code = $1', [engagement]);
        if (!known) throw texteCommunError('ENGAGEMENT_INCONNU');
        return act(openJournal({ manager, sql, identite, actes }, engagement));
      }),
  };
}

/** Held until the transaction ends; two texts that hash alike only wait for nothing. */
export async function lock(sql: SqlWriter, what: string): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
}

/** A transaction under way, and in whose name. */
export interface Ouverture {
  readonly manager: EntityManager;
  readonly sql: SqlWriter;
  readonly identite: Identite;
  readonly actes: JournalDesActes | null;
}

/** The record of one engagement, inside a transaction that holds its lock. */
export function openJournal(
  { manager, sql, identite, actes }: Ouverture,
  engagement: string,
): OpenJournal {
  async function annoncer(version: number): Promise<void> {
    const charge = { engagement, version };
    await actes?.signer(sql, identite, { nature: CONTRIBUTION_PUBLIEE, sujet: engagement, charge });
  }

  return {
    async findByKey(cleIdempotence) {
      const [row] = await sql.query<ActeConnu>(
        `SELECT engagement, version, empreinte_demande AS "empreinteDemande"
         FROM contribution_acte WHERE cle_idempotence = $1`,
        [cleIdempotence],
      );
      return row ?? null;
    },

    async courante() {
      const [row] = await sql.query<NonNullable<Courante>>(
        `SELECT version, etat FROM contribution WHERE engagement = $1
         ORDER BY version DESC LIMIT 1`,
        [engagement],
      );
      return row ?? null;
    },

    async isRetire(jour) {
      return (await readRetires(sql, [engagement], jour)).has(engagement);
    },

    async lastVersion() {
      const [row] = await sql.query<{ version: number }>(
        `SELECT coalesce(max(version), 0) AS version FROM contribution_version
         WHERE engagement = $1`,
        [engagement],
      );
      return row?.version ?? 0;
    },

    async addVersion(version, contenu, auteur, demonstration) {
      await manager.insert(ContributionVersionEntity, {
        engagement,
        version,
        ...contenu,
        auteur: auteur.affiche,
        auteurSujet: auteur.sujet,
        demonstration,
      });
    },

    async addActe({ version, acte, auteur, cleIdempotence, empreinteDemande }) {
      const [content] = await sql.query<{ visibilite: Visibilite }>(
        'SELECT visibilite FROM contribution_version WHERE engagement = $1 AND version = $2',
        [engagement, version],
      );
      if (!content) throw new Error(`no version ${version} of ${engagement} to act upon`);
      await manager.insert(ContributionActeEntity, {
        engagement,
        version,
        acte,
        visibilite: content.visibilite,
        auteur: auteur.affiche,
        auteurSujet: auteur.sujet,
        cleIdempotence,
        empreinteDemande,
      });
      await manager.insert(MouvementEntity, {
        nature: MOUVEMENT_CONTRIBUTION,
        charge: { engagement, version, acte },
      });
      if (acte === 'PUBLIER' && content.visibilite !== 'MAISON') await annoncer(version);
    },

    async enCours() {
      const rows = await sql.query<{ version: number }>(
        `SELECT version FROM contribution
         WHERE engagement = $1 AND etat <> 'PUBLIEE' AND version > coalesce((
           SELECT max(version) FROM contribution WHERE engagement = $1 AND etat = 'PUBLIEE'), 0)
         ORDER BY version DESC`,
        [engagement],
      );
      return rows.map((row) => row.version);
    },
  };
}
