import { normaliserNom } from '@passerelle/reference-data';
import type { GenreTrouvaille, Trouvable, Trouvaille } from '../domain/trouvable.js';

/** A few tens of rows that are all read, and compared as the indexed names of tables are. */
export interface ListeTrouvable<Ligne> {
  readonly genre: GenreTrouvaille;
  /** Reads them all, in the order in which they are shown. */
  readonly text: string;
  /** Every word searched begins a word of this. */
  readonly nom: (ligne: Ligne) => string;
  /** Exact codes, in capitals, that find it alone. */
  readonly codes?: (ligne: Ligne) => readonly string[];
  readonly montrer: (ligne: Ligne) => Omit<Trouvaille, 'genre'>;
}

/** For lists that stay short by nature (a signed text, definitions): no index would help. */
export function trouvableDeListe<Ligne>(liste: ListeTrouvable<Ligne>): Trouvable {
  const { genre, text, nom, codes = () => [], montrer } = liste;
  return {
    genre,
    async trouver(sql, { code, mots }, first) {
      const name = `trouver-${genre.toLowerCase()}`;
      const lignes = await sql.query<Ligne>({ name, text, values: [] });
      const designees = lignes.filter((ligne) => codes(ligne).includes(code));
      const trouvees =
        designees.length > 0
          ? designees
          : lignes.filter((ligne) => {
              const cle = ` ${normaliserNom(nom(ligne))}`;
              return mots.some((variant) => variant.every((mot) => cle.includes(` ${mot}`)));
            });
      return trouvees.slice(0, first).map(montrer);
    },
  };
}
