import type { Maille } from '../../../vocabulaire/codes.js';
import { parsePeriode } from '../periode.js';
import {
  chercherColonne,
  estMailleAbsente,
  lireDimension,
  lireMaille,
  lireModalite,
  simplifier,
} from './colonnes.js';
import { colonnesDeCroisement, lireCroisement } from './croisement.js';
import type { RangeeCsv } from './lire-csv.js';
import { type FichierLu, Recolte } from './recolte.js';

/** One value a line; null when the header does not name territory, period and value. */
export function lireLongue(rangees: readonly RangeeCsv[], maille: Maille | null): FichierLu | null {
  const debut = rangees.slice(0, 10).findIndex(({ cellules }) => estEntete(cellules));
  if (debut === -1) return null;
  const entete = rangees[debut]?.cellules ?? [];
  const colonne = {
    code: chercherColonne(entete, 'code'),
    nom: chercherColonne(entete, 'nom'),
    maille: chercherColonne(entete, 'maille'),
    periode: chercherColonne(entete, 'periode'),
    dimension: chercherColonne(entete, 'dimension'),
    modalite: chercherColonne(entete, 'modalite'),
    valeur: chercherColonne(entete, 'valeur'),
  };
  const croisement = colonnesDeCroisement(entete);
  const titre = lireMaille(entete[colonne.code] ?? '');
  const recolte = new Recolte();
  for (const { ligne, cellules } of rangees.slice(debut + 1)) {
    const de = (index: number): string => (index === -1 ? '' : (cellules[index] ?? ''));
    // The notes under the table have no value.
    if (cellules.filter((cellule) => cellule !== '').length < 2) continue;
    const { code, maille: mailleDuCode } = lireCode(de(colonne.code));
    const dite = de(colonne.maille);
    const seule = lireCroisement(croisement, cellules);
    if (seule === null || estMailleAbsente(dite)) {
      recolte.horsChamp += 1;
      continue;
    }
    const periode = parsePeriode(de(colonne.periode));
    const dimension = lireDimension(de(colonne.dimension)) ?? seule.dimension;
    const modalite = lireModalite(de(colonne.modalite)) ?? seule.modalite;
    const mailleLue = dite === '' ? (mailleDuCode ?? maille ?? titre) : lireMaille(dite);
    const inconnue =
      (dite !== '' && mailleLue === null) ||
      (estDite(de(colonne.dimension)) && dimension === null) ||
      (estDite(de(colonne.modalite)) && modalite === null);
    if (inconnue) recolte.erreur(ligne, 'COLONNE_INCONNUE');
    else if (periode === null) recolte.erreur(ligne, 'PERIODE_INVALIDE');
    else {
      recolte.ajouter(de(colonne.valeur), {
        ligne,
        maille: mailleLue,
        code,
        noms: de(colonne.nom) === '' ? [] : [de(colonne.nom)],
        periode: periode.code,
        dimension,
        modalite,
      });
    }
  }
  return recolte.fichier('LONGUE');
}

function estEntete(cellules: readonly string[]): boolean {
  return (['code', 'periode', 'valeur'] as const).every(
    (colonne) => chercherColonne(cellules, colonne) !== -1,
  );
}

/** `2023-DEP-59`, as the catalogue of INSEE names a territory of one year. */
function lireCode(texte: string): { readonly code: string; readonly maille: Maille | null } {
  const [, type, code] = /^\d{4}-([A-Z]+)-([0-9A-Z]+)$/.exec(texte) ?? [];
  return type === undefined || code === undefined
    ? { code: texte, maille: null }
    : { code, maille: lireMaille(type) };
}

/** « Total » and « Ensemble » are how files name what is not broken down. */
function estDite(texte: string): boolean {
  return !['', 'total', 'ensemble', 'tous'].includes(simplifier(texte));
}
