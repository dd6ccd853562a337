import type { Maille } from '../../../vocabulaire/codes.js';
import { lireCsv } from './lire-csv.js';
import { lireLarge } from './lire-large.js';
import { lireLongue } from './lire-longue.js';
import { lireSerie, lireSeries } from './lire-series.js';
import type { FichierLu } from './recolte.js';

export const LIGNES_MAX = 20_000;

/**
 * Reads a file as INSEE and the operator publish them, in one of four layouts:
 * - long: one value a line, with its territory and its period (the catalogue of INSEE: `GEO`,
 *   `GEO_OBJECT`, `TIME_PERIOD`, `OBS_VALUE`; the operator: `codeTypeTerritoire`, `codePeriode`…);
 * - wide: one territory a line, one period a column (`2023-T3`, `T3_2023`, `2023`);
 * - several series of the BDM of INSEE: one series a line, named in words, one period a column;
 * - one series of the BDM: one period a line under a few lines of titles, one territory a file.
 *
 * @param contexte - what a file that does not name its territory, or its mesh, is about
 * @returns why it cannot be read, or what it says with the mistakes of each line
 */
export function lireFichier(
  texte: string,
  contexte: { readonly maille: Maille | null; readonly territoire: string | null },
): FichierLu | 'FICHIER_ILLISIBLE' | 'FICHIER_TROP_GRAND' {
  const rangees = lireCsv(texte);
  if (rangees === null || rangees.length < 2) return 'FICHIER_ILLISIBLE';
  if (rangees.length > LIGNES_MAX) return 'FICHIER_TROP_GRAND';
  return (
    lireLongue(rangees, contexte.maille) ??
    lireSeries(rangees, contexte.maille) ??
    lireLarge(rangees, contexte.maille) ??
    lireSerie(rangees, contexte) ??
    'FICHIER_ILLISIBLE'
  );
}
