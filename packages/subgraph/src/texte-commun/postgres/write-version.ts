import { empreinte, type TexteProtocole } from '@passerelle/demo-data';
import type { SqlWriter } from '../../database/sql-writer.js';
import { MAISONS } from '../../vocabulaire/maison.js';
import type { NatureVersion } from '../domain/texte-commun.js';

export interface NouvelleVersion {
  readonly version: number;
  readonly nature: NatureVersion;
  readonly avenant: string | null;
  /** Civil date. */
  readonly enVigueurLe: string;
  readonly texte: TexteProtocole;
}

/** Adds a whole version of the text to this house's original; nothing of it changes afterwards. */
export async function writeVersion(
  sql: SqlWriter,
  { version, nature, avenant, enVigueurLe, texte }: NouvelleVersion,
): Promise<void> {
  const { protocole, enjeux, engagements } = texte;
  await sql.query(
    `INSERT INTO texte_version (version, protocole, nature, avenant, intitule, signe_le, lieu,
       signataires, en_presence_de, texte_officiel, source, empreinte, en_vigueur_le)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13)`,
    [
      version,
      protocole.id,
      nature,
      avenant,
      protocole.intitule,
      protocole.signeLe,
      protocole.lieu,
      JSON.stringify(signatairesOf(texte)),
      [...protocole.enPresenceDe],
      protocole.texteOfficiel,
      protocole.source,
      empreinte(texte),
      enVigueurLe,
    ],
  );
  await sql.query(
    `INSERT INTO enjeu_version (version, numero, libelle, texte_officiel, source)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::boolean[], $5::text[])`,
    [
      version,
      enjeux.map((enjeu) => enjeu.numero),
      enjeux.map((enjeu) => enjeu.libelle),
      enjeux.map((enjeu) => enjeu.texteOfficiel),
      enjeux.map((enjeu) => enjeu.source),
    ],
  );
  for (const engagement of engagements) {
    // One that an avenant adds is recorded once, as it first was: contributions hold on to its code.
    await sql.query(
      `INSERT INTO engagement (code, numero, protocole, enjeu, libelle, texte_officiel, source,
         pilote, copilotes, echeance)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (code) DO NOTHING`,
      [
        engagement.code,
        engagement.numero,
        protocole.id,
        engagement.enjeu,
        engagement.libelle,
        engagement.texteOfficiel,
        engagement.source,
        MAISONS[engagement.pilote].symbole,
        engagement.copilotes.map((copilote) => MAISONS[copilote].symbole),
        engagement.echeance,
      ],
    );
    await sql.query(
      `INSERT INTO engagement_version (version, code, numero, enjeu, libelle, texte_officiel,
         source, pilote, copilotes, echeance, retire_le)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        version,
        engagement.code,
        engagement.numero,
        engagement.enjeu,
        engagement.libelle,
        engagement.texteOfficiel,
        engagement.source,
        MAISONS[engagement.pilote].symbole,
        engagement.copilotes.map((copilote) => MAISONS[copilote].symbole),
        engagement.echeance,
        engagement.retireLe ?? null,
      ],
    );
  }
}

/** As the graph writes the houses. */
export function signatairesOf({ protocole }: TexteProtocole): readonly object[] {
  return protocole.signataires.map(({ fonction, organisation, partenaire }) => ({
    fonction,
    organisation,
    partenaire: MAISONS[partenaire].symbole,
  }));
}

/** @returns the version in force in this house; 0 before any text has been loaded */
export async function currentVersion(sql: SqlWriter): Promise<number> {
  const [row] = await sql.query<{ version: number }>(
    'SELECT coalesce(max(version), 0) AS version FROM texte_version',
  );
  return row?.version ?? 0;
}
