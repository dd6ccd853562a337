import { createBinder, matchCondition } from '../../recherche/match-condition.js';
import type { GenreTrouvaille, Trouvable } from '../domain/trouvable.js';

/** SQL expressions over a table; all are the feature's own text, never a reader's. */
export interface TableTrouvable {
  readonly genre: GenreTrouvaille;
  /** Table with its alias, and joins: « metier m ». */
  readonly de: string;
  /** What an exact code finds. */
  readonly code: string;
  /** `normaliserNom` of the name, indexed with a space in front: `(' ' || key) gin_trgm_ops`. */
  readonly cle: string;
  readonly titre: string;
  /** « NULL » when there is nothing to add. */
  readonly sousTitre: string;
  /** Path of the portal. */
  readonly chemin: (ligne: { code: string; titre: string; detail: string | null }) => string;
  /** What the path needs beside the code and the title; « NULL » by default. */
  readonly detail?: string;
  /** Order among names that match equally well. */
  readonly ordre?: string;
}

/** A table found by the exact code of a row or by the beginnings of words of its name. */
export function trouvableDeTable(table: TableTrouvable): Trouvable {
  const { genre, de, code, cle, titre, sousTitre, chemin, detail = 'NULL', ordre = cle } = table;
  return {
    genre,
    async trouver(sql, recherche, first) {
      const { values, bind } = createBinder();
      const trouve = matchCondition(recherche, { code, key: cle }, bind);
      const cles = `${bind(recherche.cles)}::text[]`;
      const lignes = await sql.query<Ligne>({
        name: `trouver-${genre.toLowerCase()}`,
        isDynamic: true,
        text: `SELECT ${code} AS code, ${titre} AS titre, ${sousTitre} AS "sousTitre",
                      ${detail} AS detail
               FROM ${de}
               WHERE ${trouve}
               ORDER BY CASE WHEN ${code} = ${bind(recherche.code)} THEN 0
                             WHEN ${cle} = ANY(${cles}) THEN 1
                             WHEN EXISTS (SELECT FROM unnest(${cles}) AS k (cle)
                                          WHERE starts_with(${cle}, k.cle)) THEN 2
                             ELSE 3 END, ${ordre}, ${code}
               LIMIT ${bind(first)}`,
        values,
      });
      return lignes.map((ligne) => ({
        titre: ligne.titre,
        sousTitre: ligne.sousTitre,
        chemin: chemin(ligne),
      }));
    },
  };
}

interface Ligne {
  readonly code: string;
  readonly titre: string;
  readonly sousTitre: string | null;
  readonly detail: string | null;
}
