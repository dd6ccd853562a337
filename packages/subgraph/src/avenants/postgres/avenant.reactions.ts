import { empreinte as empreinteOf } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { Reaction } from '../../actes/domain/acte.js';
import { PROPRIETAIRE_DU_COMMUN } from '../../app/proprietaire.js';
import type { SqlWriter } from '../../database/sql-writer.js';
import { currentVersion, writeVersion } from '../../texte-commun/index.js';
import { MAISONS } from '../../vocabulaire/maison.js';
import { NATURE_PROPOSE, NATURE_PUBLIE, NATURE_VALIDE } from '../domain/avenant.js';
import { chargeProposeSchema, chargePublieSchema, chargeValideSchema } from '../domain/charge.js';
import { readProposition } from './read-proposition.js';

/**
 * What a house does when an avenant moves, in its own house or in another: it keeps the text
 * proposed and the validations, and applies to its own original what was published, if and only if
 * that is the text that it validated itself.
 */
export function avenantReactions(maison: Partenaire): Readonly<Record<string, Reaction>> {
  return {
    async [NATURE_PROPOSE](acte, sql) {
      const charge = chargeProposeSchema.safeParse(acte.charge);
      if (acte.partenaire !== PROPRIETAIRE_DU_COMMUN || !charge.success) return;
      const { nature, version, empreinte, texte } = charge.data;
      // A hash that is not the text's own would make a house validate what it did not read.
      if (empreinteOf(texte) !== empreinte) return;
      await sql.query(
        `INSERT INTO avenant_connu
           (avenant, nature, version, empreinte, texte, auteur, propose_le)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
        [acte.sujet, nature, version, empreinte, JSON.stringify(texte), acte.auteur, acte.faitLe],
      );
    },

    async [NATURE_VALIDE](acte, sql) {
      const charge = chargeValideSchema.safeParse(acte.charge);
      if (!charge.success) return;
      await sql.query(
        `INSERT INTO avenant_validation (avenant, partenaire, empreinte, auteur, valide_le)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [
          acte.sujet,
          MAISONS[acte.partenaire].symbole,
          charge.data.empreinte,
          acte.auteur,
          acte.faitLe,
        ],
      );
    },

    async [NATURE_PUBLIE](acte, sql) {
      const charge = chargePublieSchema.safeParse(acte.charge);
      if (acte.partenaire !== PROPRIETAIRE_DU_COMMUN || !charge.success) return;
      const { empreinte, version, enVigueurLe } = charge.data;
      const proposition = await readProposition(sql, acte.sujet, empreinte);
      const motif = await whyNot(sql, acte.sujet, { maison, empreinte, version, proposition });
      if (motif !== null || proposition === null) {
        await sql.query(
          `INSERT INTO avenant_ecart (avenant, empreinte, motif)
           VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
          [acte.sujet, empreinte, motif],
        );
        return;
      }
      const { nature, texte } = proposition;
      await writeVersion(sql, { version, nature, avenant: acte.sujet, enVigueurLe, texte });
    },
  };
}

async function whyNot(
  sql: SqlWriter,
  avenant: string,
  {
    maison,
    empreinte,
    version,
    proposition,
  }: {
    maison: Partenaire;
    empreinte: string;
    version: number;
    proposition: { version: number } | null;
  },
): Promise<string | null> {
  if (proposition === null) return 'le texte publié n’a pas été proposé à cette maison';
  const [validee] = await sql.query(
    `SELECT FROM avenant_validation WHERE avenant = $1 AND partenaire = $2 AND empreinte = $3`,
    [avenant, MAISONS[maison].symbole, empreinte],
  );
  if (!validee) return 'cette maison n’a pas validé le texte publié';
  const enVigueur = await currentVersion(sql);
  return version === enVigueur + 1 && proposition.version === version
    ? null
    : `la version publiée ne suit pas la version ${enVigueur} de cet original`;
}
