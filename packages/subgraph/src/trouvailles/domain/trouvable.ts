import type { SqlReader } from '../../database/sql-reader.js';
import type { Recherche } from '../../recherche/recherche.js';

/** Kinds of things that the portal's one search finds. */
export const GenreTrouvaille = {
  ENGAGEMENT: 'ENGAGEMENT',
  INSTANCE: 'INSTANCE',
  SEANCE: 'SEANCE',
  DECISION: 'DECISION',
  TERRITOIRE: 'TERRITOIRE',
  ORGANISATION: 'ORGANISATION',
  FICHE: 'FICHE',
  INDICATEUR: 'INDICATEUR',
  FORMATION: 'FORMATION',
  METIER: 'METIER',
  JALON: 'JALON',
  DOCUMENT: 'DOCUMENT',
} as const;
export type GenreTrouvaille = keyof typeof GenreTrouvaille;

/** One thing found, and where the portal shows it. */
export interface Trouvaille {
  readonly genre: GenreTrouvaille;
  readonly titre: string;
  readonly sousTitre: string | null;
  /** Path of the portal: « /instances/spel-596 ». */
  readonly chemin: string;
}

/** What a feature of a house lets the one search find. */
export interface Trouvable {
  readonly genre: GenreTrouvaille;
  /**
   * The best first, read by index in the reader's own name.
   *
   * @param first - 1 to 20, at most so many
   */
  readonly trouver: (
    sql: SqlReader,
    recherche: Recherche,
    first: number,
  ) => Promise<readonly Omit<Trouvaille, 'genre'>[]>;
}
