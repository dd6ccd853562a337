import type { Maille } from '../../../vocabulaire/codes.js';
import { parsePeriode } from '../periode.js';
import { chercherColonne, estMailleAbsente, lireMaille } from './colonnes.js';
import type { RangeeCsv } from './lire-csv.js';
import { type FichierLu, Recolte } from './recolte.js';

/** One territory a line, one period a column; null for another layout. */
export function lireLarge(rangees: readonly RangeeCsv[], maille: Maille | null): FichierLu | null {
  const debut = rangees.findIndex(
    ({ cellules }) =>
      chercherColonne(cellules, 'code') !== -1 &&
      cellules.some((titre) => parsePeriode(titre) !== null),
  );
  // INSEE puts a title or two above the header, never a page of them.
  if (debut === -1 || debut > 10) return null;
  const entete = rangees[debut]?.cellules ?? [];
  const code = chercherColonne(entete, 'code');
  const nom = chercherColonne(entete, 'nom');
  const colonneMaille = chercherColonne(entete, 'maille');
  const titre = lireMaille(entete[code] ?? '');
  const recolte = new Recolte();
  for (const { ligne, cellules } of rangees.slice(debut + 1)) {
    const dite = colonneMaille === -1 ? '' : (cellules[colonneMaille] ?? '');
    // The notes under the table have no value.
    if (cellules.filter((cellule) => cellule !== '').length < 2) continue;
    if (estMailleAbsente(dite)) {
      recolte.horsChamp += 1;
      continue;
    }
    entete.forEach((colonne, index) => {
      const periode = parsePeriode(colonne);
      if (periode === null || index === code) return;
      recolte.ajouter(cellules[index] ?? '', {
        ligne,
        maille: dite === '' ? (maille ?? titre) : lireMaille(dite),
        code: cellules[code] ?? '',
        noms: nom === -1 || cellules[nom] === '' ? [] : [cellules[nom] ?? ''],
        periode: periode.code,
        dimension: null,
        modalite: null,
      });
    });
  }
  return recolte.fichier('LARGE');
}
