import { CsvError, parse } from 'csv-parse/sync';

export interface RangeeCsv {
  /** Line of the file on which it begins, from 1. */
  readonly ligne: number;
  readonly cellules: readonly string[];
}

const SEPARATEURS = [';', ',', '\t', '|'] as const;

/**
 * The rows of a CSV text, whatever of the usual separators it uses; empty rows are left out.
 *
 * @returns null for a text that is not CSV, an unclosed quote for example
 */
export function lireCsv(texte: string): readonly RangeeCsv[] | null {
  const rangees: RangeeCsv[] = [];
  try {
    parse(texte, {
      bom: true,
      delimiter: separateurDe(texte),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      // The line is told here only; nothing is left for the parser to keep.
      on_record: (cellules, { lines }) => {
        if (cellules.some((cellule) => cellule !== '')) rangees.push({ ligne: lines, cellules });
        return null;
      },
    });
    return rangees;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The one that cuts the first lines into the most columns. */
function separateurDe(texte: string): string {
  const debut = texte.split('\n', 10);
  const compte = (separateur: string): number =>
    debut.reduce((somme, ligne) => somme + ligne.split(separateur).length - 1, 0);
  return SEPARATEURS.reduce((meilleur, un) => (compte(un) > compte(meilleur) ? un : meilleur));
}
