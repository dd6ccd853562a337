import type { Identite } from '@passerelle/identity';
import {
  type Database,
  type JournalDesActes,
  NATURE_PROPOSE,
  NATURE_PUBLIE,
  readTexteEnVigueur,
  type SqlWriter,
  sqlWriterOf,
} from '@passerelle/subgraph';
import type { OpenRegistre } from '../domain/avenant.journal.js';
import type { Avenant } from '../domain/avenant.js';
import { AVENANT, type AvenantRow, toAvenant } from './avenant-lu.js';

/** Runs an act alone on the register, in the name of an agent. */
export type OuvrirRegistre = <Result>(
  identite: Identite,
  act: (registre: OpenRegistre) => Promise<Result>,
) => Promise<Result>;

export function avenantPostgresRegistre(deps: {
  database: Database;
  actes: JournalDesActes;
  demonstration: boolean;
}): OuvrirRegistre {
  return (identite, act) =>
    deps.database.write(identite, async (manager) => {
      const sql = sqlWriterOf(manager);
      // One avenant at a time: two writers would otherwise both open theirs.
      await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('avenants', 0))`);
      return act(openRegistre(sql, identite, deps));
    });
}

function openRegistre(
  sql: SqlWriter,
  identite: Identite,
  { actes, demonstration }: { actes: JournalDesActes; demonstration: boolean },
): OpenRegistre {
  const auteur = [identite.fonction, identite.organisation]
    .filter((part) => part !== '')
    .join(', ');

  async function etape(
    { id, version }: Avenant,
    nom: 'PROPOSE' | 'PUBLIE' | 'ABANDONNE',
  ): Promise<void> {
    await sql.query(
      `INSERT INTO avenant_etape (avenant, version, etape, auteur, auteur_sujet)
       VALUES ($1, $2, $3, $4, $5)`,
      [id, version, nom, auteur, identite.sujet],
    );
  }

  async function ecrire(
    id: string,
    version: number,
    { objet, source, texte, empreinte }: Parameters<OpenRegistre['rediger']>[1],
  ): Promise<void> {
    await sql.query(
      `INSERT INTO avenant_redaction
         (avenant, version, objet, source, texte, empreinte, auteur, auteur_sujet)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
      [id, version, objet, source, JSON.stringify(texte), empreinte, auteur, identite.sujet],
    );
  }

  return {
    enVigueur: () => readTexteEnVigueur(sql),

    async enCours() {
      const [row] = await sql.query<AvenantRow>(
        `SELECT * FROM (${AVENANT}) t WHERE t.etat IN ('BROUILLON', 'PROPOSE') LIMIT 1`,
      );
      return row ? toAvenant(row) : null;
    },

    async parId(id) {
      const [row] = await sql.query<AvenantRow>(`${AVENANT} WHERE a.id = $1`, [id]);
      return row ? toAvenant(row) : null;
    },

    async dernierNumero() {
      const [row] = await sql.query<{ numero: number }>(
        'SELECT coalesce(max(numero), 0) AS numero FROM avenant',
      );
      return row?.numero ?? 0;
    },

    async ouvrir({ id, numero, nature, versionDeBase }, redaction) {
      await sql.query(
        `INSERT INTO avenant
           (id, numero, nature, version_de_base, auteur, auteur_sujet, demonstration)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, numero, nature, versionDeBase, auteur, identite.sujet, demonstration],
      );
      await ecrire(id, 1, redaction);
    },

    rediger: ({ id, version }, redaction) => ecrire(id, version + 1, redaction),

    async proposer(avenant) {
      await etape(avenant, 'PROPOSE');
      const { nature, empreinte, texte, versionDeBase } = avenant;
      await actes.signer(sql, identite, {
        nature: NATURE_PROPOSE,
        sujet: avenant.id,
        charge: { nature, version: versionDeBase + 1, empreinte, texte },
      });
    },

    abandonner: (avenant) => etape(avenant, 'ABANDONNE'),

    async publier(avenant, enVigueurLe) {
      await etape(avenant, 'PUBLIE');
      const { id, empreinte, versionDeBase } = avenant;
      await actes.signer(sql, identite, {
        nature: NATURE_PUBLIE,
        sujet: id,
        charge: { empreinte, version: versionDeBase + 1, enVigueurLe },
      });
    },

    async validations({ id, empreinte }) {
      const rows = await sql.query<{ partenaire: string }>(
        'SELECT partenaire FROM avenant_validation WHERE avenant = $1 AND empreinte = $2',
        [id, empreinte],
      );
      return new Set(rows.map(({ partenaire }) => partenaire));
    },
  };
}
