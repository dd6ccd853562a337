import {
  type EtapeProtocole,
  empreinte,
  type LienIndicateur,
  type TexteProtocole,
} from '@passerelle/demo-data';
import type { SqlWriter } from '../../database/sql-writer.js';
import { MAISONS } from '../../vocabulaire/maison.js';
import { signatairesOf, writeVersion } from './write-version.js';

/** Records this house's original, with the hash that the three must share; once. */
export async function seedTexteCommun(sql: SqlWriter, texte: TexteProtocole): Promise<void> {
  const [deja] = await sql.query<{ id: string }>('SELECT id FROM protocole LIMIT 1');
  if (deja) return;
  const { protocole, enjeux } = texte;
  await sql.query(
    `INSERT INTO protocole (id, intitule, signe_le, lieu, signataires, en_presence_de,
       texte_officiel, source, empreinte)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      protocole.id,
      protocole.intitule,
      protocole.signeLe,
      protocole.lieu,
      JSON.stringify(signatairesOf(texte)),
      protocole.enPresenceDe,
      protocole.texteOfficiel,
      protocole.source,
      empreinte(texte),
    ],
  );
  await sql.query(
    `INSERT INTO enjeu (numero, protocole, libelle, texte_officiel, source)
     SELECT numero, $1, libelle, officiel, source
     FROM unnest($2::int[], $3::text[], $4::boolean[], $5::text[])
       AS t (numero, libelle, officiel, source)`,
    [
      protocole.id,
      enjeux.map((enjeu) => enjeu.numero),
      enjeux.map((enjeu) => enjeu.libelle),
      enjeux.map((enjeu) => enjeu.texteOfficiel),
      enjeux.map((enjeu) => enjeu.source),
    ],
  );
  await writeVersion(sql, {
    version: 1,
    nature: 'SIGNATURE',
    avenant: null,
    enVigueurLe: protocole.signeLe,
    texte,
  });
}

/** How the protocol came to be: beside the text, and no part of what its hash covers; once. */
export async function seedEtapes(
  sql: SqlWriter,
  protocole: string,
  etapes: readonly EtapeProtocole[],
): Promise<void> {
  const [deja] = await sql.query('SELECT FROM protocole_etape LIMIT 1');
  if (deja) return;
  for (const [rang, { etat, le, parties, source }] of etapes.entries()) {
    await sql.query(
      `INSERT INTO protocole_etape (protocole, rang, etat, le, parties, source)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6)`,
      [
        protocole,
        rang,
        etat,
        le,
        JSON.stringify(
          parties.map(({ partenaire, role }) => ({
            partenaire: MAISONS[partenaire].symbole,
            role,
          })),
        ),
        source,
      ],
    );
  }
}

/** Which indicators measure which engagement; once. */
export async function seedIndicateurs(
  sql: SqlWriter,
  liens: readonly LienIndicateur[],
): Promise<void> {
  const [deja] = await sql.query('SELECT FROM engagement_indicateur LIMIT 1');
  if (deja) return;
  await sql.query(
    `INSERT INTO engagement_indicateur (engagement, partenaire, indicateur)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`,
    [
      liens.map(({ engagement }) => engagement),
      liens.map(({ partenaire }) => MAISONS[partenaire].symbole),
      liens.map(({ indicateur }) => indicateur),
    ],
  );
}
