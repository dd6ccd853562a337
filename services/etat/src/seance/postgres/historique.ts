import {
  type BatchRead,
  type Page,
  type Slice,
  type SqlWriter,
  toSlice,
} from '@passerelle/subgraph';
import type { ObjetVersionne } from '../domain/seance.js';
import type { Version } from '../domain/version.js';

interface Archive {
  readonly table: string;
  readonly cle: string;
  /** Columns of the present version; the agenda has its own, beside those of its session. */
  readonly version: string;
  readonly auteur: string;
  readonly sujet: string;
  readonly le: string;
  readonly contenu: string;
}

/** After every version: the largest number that PostgreSQL holds there. */
const PAR_LA_FIN = 2_147_483_647;

const COLONNES = {
  version: 'o.version',
  auteur: 'o.auteur',
  sujet: 'o.auteur_sujet',
  le: 'o.modifie_le',
};

const ARCHIVES: Readonly<Record<ObjetVersionne, Archive>> = {
  SEANCE: {
    ...COLONNES,
    table: 'seance',
    cle: 'id',
    contenu: `jsonb_build_object('jour', o.jour, 'debut', o.debut, 'fin', o.fin, 'lieu', o.lieu,
      'objet', o.objet, 'statut', o.statut, 'presences', o.presences, 'publique', o.publique)`,
  },
  ORDRE_DU_JOUR: {
    table: 'seance',
    cle: 'id',
    version: 'o.version_ordre',
    auteur: 'coalesce(o.ordre_auteur, o.auteur)',
    sujet: 'coalesce(o.ordre_auteur_sujet, o.auteur_sujet)',
    le: 'coalesce(o.ordre_modifie_le, o.modifie_le)',
    contenu: `jsonb_build_object('points', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', p.id, 'titre', p.titre, 'duree', p.duree,
        'partenaire', p.partenaire) ORDER BY p.rang, p.partenaire, p.id)
      FROM seance_point p WHERE p.seance = o.id), '[]'))`,
  },
  RELEVE: {
    ...COLONNES,
    table: 'seance_releve',
    cle: 'seance',
    contenu: `jsonb_build_object('texte', o.texte)`,
  },
  DECISION: {
    ...COLONNES,
    table: 'decision',
    cle: 'id',
    contenu: `jsonb_build_object('texte', o.texte, 'responsable', o.responsable,
      'fonctionResponsable', o.fonction_responsable, 'echeance', o.echeance,
      'engagement', o.engagement, 'sujets', o.sujets, 'statut', o.statut)`,
  },
};

/** Keeps the present version before another takes its place. */
export async function archiver(sql: SqlWriter, objet: ObjetVersionne, id: string): Promise<void> {
  const { table, cle, version, contenu, auteur, sujet, le } = ARCHIVES[objet];
  await sql.query(
    `INSERT INTO seance_version (objet, id, version, contenu, auteur, auteur_sujet, fait_le)
     SELECT '${objet}', $1, ${version}, ${contenu}, ${auteur}, ${sujet}, ${le}
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

/** When what followed this version was written: what was done from then on was built on that. */
export async function debutDeLaSuivante(
  sql: SqlWriter,
  objet: ObjetVersionne,
  id: string,
  version: number,
): Promise<Date | null> {
  const { table, cle, le } = ARCHIVES[objet];
  const [row] = await sql.query<{ le: Date }>(
    `SELECT coalesce(
       (SELECT fait_le FROM seance_version
        WHERE objet = $1 AND id = $2 AND version = $3 + 1), ${le}) AS le
     FROM ${table} o WHERE o.${cle} = $2`,
    [objet, id, version],
  );
  return row?.le ?? null;
}

/** The newest versions first, each with the one that it took the place of. */
export function lectureDesVersions(objet: ObjetVersionne): BatchRead<string, Slice<Version>, Page> {
  const { table, cle, version, auteur, le, contenu } = ARCHIVES[objet];
  return {
    cacheKey: (id) => id,
    async read(sql, ids, { first, after }) {
      // Two more than asked for: one says that a page follows, the last one has one before it.
      const rows = await sql.query<Omit<Version, 'avant'> & { readonly id: string }>({
        name: `seances-versions-${objet.toLowerCase()}`,
        text: `SELECT l.*
               FROM unnest($1::text[]) AS k (id)
               CROSS JOIN LATERAL (
                 (SELECT o.${cle} AS id, ${version} AS version, ${auteur} AS auteur, ${le} AS le,
                    true AS presente, ${contenu} AS contenu
                  FROM ${table} o WHERE o.${cle} = k.id AND ${version} < $2::int)
                 UNION ALL
                 (SELECT v.id, v.version, v.auteur, v.fait_le, false, v.contenu
                  FROM seance_version v JOIN ${table} o ON o.${cle} = v.id
                  WHERE v.objet = '${objet}' AND v.id = k.id
                    AND v.version < least(${version}, $2::int)
                  ORDER BY v.version DESC LIMIT $3)
                 ORDER BY version DESC LIMIT $3
               ) l
               ORDER BY l.id, l.version DESC`,
        values: [ids, after?.[0] ?? PAR_LA_FIN, first + 2],
      });
      const parId = Map.groupBy(rows, ({ id }) => id);
      return ids.map((id) => {
        const lues = parId.get(id) ?? [];
        const versions = lues.map(({ id: _id, ...lue }, rang) => ({
          ...lue,
          avant: lues[rang + 1]?.contenu ?? null,
        }));
        return toSlice(versions.slice(0, first + 1), first);
      });
    },
  };
}
