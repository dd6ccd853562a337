import type { SqlWriter } from '@passerelle/subgraph';
import type { ObjetVersionne } from '../domain/seance.js';

const ARCHIVES: Readonly<Record<ObjetVersionne, { table: string; cle: string; contenu: string }>> =
  {
    SEANCE: {
      table: 'seance',
      cle: 'id',
      contenu: `'jour', o.jour, 'debut', o.debut, 'fin', o.fin, 'lieu', o.lieu, 'objet', o.objet,
      'statut', o.statut, 'presences', o.presences, 'publique', o.publique`,
    },
    RELEVE: { table: 'seance_releve', cle: 'seance', contenu: `'texte', o.texte` },
    DECISION: {
      table: 'decision',
      cle: 'id',
      contenu: `'texte', o.texte, 'responsable', o.responsable,
      'fonctionResponsable', o.fonction_responsable, 'echeance', o.echeance,
      'engagement', o.engagement, 'sujets', o.sujets, 'statut', o.statut`,
    },
  };

/** Keeps the present version before another takes its place. */
export async function archiver(sql: SqlWriter, objet: ObjetVersionne, id: string): Promise<void> {
  const { table, cle, contenu } = ARCHIVES[objet];
  await sql.query(
    `INSERT INTO seance_version (objet, id, version, contenu, auteur, auteur_sujet, fait_le)
     SELECT '${objet}', $1, o.version, jsonb_build_object(${contenu}), o.auteur, o.auteur_sujet,
       o.modifie_le
     FROM ${table} o WHERE o.${cle} = $1
     ON CONFLICT DO NOTHING`,
    [id],
  );
}

/** @returns null when there is no such version */
export async function relire(
  sql: SqlWriter,
  objet: ObjetVersionne,
  id: string,
  version: number,
): Promise<unknown> {
  const [row] = await sql.query<{ contenu: unknown }>(
    'SELECT contenu FROM seance_version WHERE objet = $1 AND id = $2 AND version = $3',
    [objet, id, version],
  );
  return row?.contenu ?? null;
}
