import type { SignataireProtocole, TexteEngagement, TexteProtocole } from '@passerelle/demo-data';
import type { SqlWriter } from '../../database/sql-writer.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Partenaire as Symbole } from '../../vocabulaire/codes.js';
import { MAISONS } from '../../vocabulaire/maison.js';

interface TexteRow {
  readonly version: number;
  readonly protocole: Omit<TexteProtocole['protocole'], 'signataires'> & {
    readonly signataires: readonly (Omit<SignataireProtocole, 'partenaire'> & {
      readonly partenaire: Symbole;
    })[];
  };
  readonly enjeux: TexteProtocole['enjeux'];
  readonly engagements: readonly (Omit<TexteEngagement, 'pilote' | 'copilotes'> & {
    readonly pilote: Symbole;
    readonly copilotes: readonly Symbole[];
  })[];
}

const TEXTE = `SELECT t.version,
    jsonb_build_object('id', t.protocole, 'intitule', t.intitule, 'signeLe', t.signe_le::text,
      'lieu', t.lieu, 'signataires', t.signataires, 'enPresenceDe', to_jsonb(t.en_presence_de),
      'texteOfficiel', t.texte_officiel, 'source', t.source) AS protocole,
    (SELECT jsonb_agg(jsonb_build_object('numero', e.numero, 'libelle', e.libelle,
              'texteOfficiel', e.texte_officiel, 'source', e.source) ORDER BY e.numero)
     FROM enjeu_version e WHERE e.version = t.version) AS enjeux,
    (SELECT jsonb_agg(jsonb_build_object('code', g.code, 'numero', g.numero,
              'libelle', g.libelle, 'texteOfficiel', g.texte_officiel, 'source', g.source,
              'enjeu', g.enjeu, 'pilote', g.pilote, 'copilotes', to_jsonb(g.copilotes),
              'echeance', g.echeance::text)
              || CASE WHEN g.retire_le IS NULL THEN '{}'::jsonb
                 ELSE jsonb_build_object('retireLe', g.retire_le::text) END ORDER BY g.numero)
     FROM engagement_version g WHERE g.version = t.version) AS engagements
  FROM texte_version t`;

/**
 * The whole text in force in this house, in the form that its hash covers.
 *
 * @returns null before any text has been loaded
 */
export async function readTexteEnVigueur(
  sql: SqlWriter,
): Promise<{ readonly version: number; readonly texte: TexteProtocole } | null> {
  const [row] = await sql.query<TexteRow>(`${TEXTE} ORDER BY t.version DESC LIMIT 1`);
  return row ? { version: row.version, texte: toTexte(row) } : null;
}

/** By version: the whole text, in the form that its hash covers; null for a version not held. */
export const textesDeVersion: BatchRead<number, TexteProtocole | null> = {
  cacheKey: String,
  async read(sql, versions) {
    const rows = await sql.query<TexteRow>({
      name: 'textes-de-version',
      text: `${TEXTE} WHERE t.version = ANY($1::int[])`,
      values: [versions],
    });
    const byVersion = new Map(rows.map((row) => [row.version, toTexte(row)]));
    return versions.map((version) => byVersion.get(version) ?? null);
  },
};

function toTexte({ protocole, enjeux, engagements }: TexteRow): TexteProtocole {
  return {
    protocole: {
      ...protocole,
      signataires: protocole.signataires.map((un) => ({
        ...un,
        partenaire: maisonOf(un.partenaire),
      })),
    },
    enjeux,
    engagements: engagements.map((un) => ({
      ...un,
      pilote: maisonOf(un.pilote),
      copilotes: un.copilotes.map(maisonOf),
    })),
  };
}

function maisonOf(symbole: Symbole): SignataireProtocole['partenaire'] {
  const maison = Object.values(MAISONS).find((une) => une.symbole === symbole);
  if (!maison) throw new Error(`${symbole} is no house`);
  return maison.partenaire;
}
