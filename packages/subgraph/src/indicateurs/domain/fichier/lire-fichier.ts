import type { Maille } from '../../../vocabulaire/codes.js';
import type { Dimension, Modalite } from '../indicateur.js';
import { parsePeriode } from '../periode.js';
import { type CodeDeLigne, type ErreurDeLigne, erreurDeLigne } from '../verifier-mesures.js';
import {
  chercherColonne,
  lireDimension,
  lireMaille,
  lireModalite,
  simplifier,
} from './colonnes.js';
import { lireCsv, type RangeeCsv } from './lire-csv.js';
import { lireNombre } from './lire-nombre.js';

/** How the file is laid out. */
export type Forme = 'LONGUE' | 'LARGE' | 'SERIE';

export interface ValeurDeFichier {
  readonly ligne: number;
  /** Null when only the code says it. */
  readonly maille: Maille | null;
  readonly code: string;
  readonly periode: string;
  readonly dimension: Dimension | null;
  readonly modalite: Modalite | null;
  readonly valeur: number;
}

export interface FichierLu {
  readonly forme: Forme;
  readonly valeurs: readonly ValeurDeFichier[];
  readonly erreurs: readonly ErreurDeLigne[];
  /** Cells that the file itself leaves empty or says not available. */
  readonly vides: number;
}

export const LIGNES_MAX = 20_000;

/**
 * Reads a file as INSEE and the operator publish them, in one of three layouts:
 * - long: one value a line, with its territory and its period;
 * - wide: one territory a line, one period a column (`2023-T3`, `T3_2023`, `2023`);
 * - series: one period a line under a few lines of titles (the BDM of INSEE), one territory a file.
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
    lireLarge(rangees, contexte.maille) ??
    lireSerie(rangees, contexte) ??
    'FICHIER_ILLISIBLE'
  );
}

/** Values, mistakes and empty cells, added one cell at a time. */
class Recolte {
  readonly valeurs: ValeurDeFichier[] = [];
  readonly erreurs: ErreurDeLigne[] = [];
  vides = 0;

  erreur(ligne: number, code: CodeDeLigne): void {
    this.erreurs.push(erreurDeLigne(ligne, code));
  }

  ajouter(cellule: string, reste: Omit<ValeurDeFichier, 'valeur'>): void {
    const lu = lireNombre(cellule);
    if (lu.sorte === 'vide') this.vides += 1;
    else if (lu.sorte === 'illisible') this.erreur(reste.ligne, 'VALEUR_INVALIDE');
    else this.valeurs.push({ ...reste, valeur: lu.valeur });
  }

  fichier(forme: Forme): FichierLu {
    return { forme, valeurs: this.valeurs, erreurs: this.erreurs, vides: this.vides };
  }
}

function lireLongue(rangees: readonly RangeeCsv[], maille: Maille | null): FichierLu | null {
  const [tete, ...corps] = rangees;
  const entete = tete?.cellules ?? [];
  const colonne = {
    code: chercherColonne(entete, 'code'),
    maille: chercherColonne(entete, 'maille'),
    periode: chercherColonne(entete, 'periode'),
    dimension: chercherColonne(entete, 'dimension'),
    modalite: chercherColonne(entete, 'modalite'),
    valeur: chercherColonne(entete, 'valeur'),
  };
  if (colonne.code === -1 || colonne.periode === -1 || colonne.valeur === -1) return null;
  const titre = lireMaille(entete[colonne.code] ?? '');
  const recolte = new Recolte();
  for (const { ligne, cellules } of corps) {
    const de = (index: number): string => (index === -1 ? '' : (cellules[index] ?? ''));
    const periode = parsePeriode(de(colonne.periode));
    const dimension = lireDimension(de(colonne.dimension));
    const modalite = lireModalite(de(colonne.modalite));
    const mailleDite =
      de(colonne.maille) === '' ? (maille ?? titre) : lireMaille(de(colonne.maille));
    const inconnue =
      (de(colonne.maille) !== '' && mailleDite === null) ||
      (estDite(de(colonne.dimension)) && dimension === null) ||
      (estDite(de(colonne.modalite)) && modalite === null);
    if (inconnue) recolte.erreur(ligne, 'COLONNE_INCONNUE');
    else if (periode === null) recolte.erreur(ligne, 'PERIODE_INVALIDE');
    else {
      recolte.ajouter(de(colonne.valeur), {
        ligne,
        maille: mailleDite,
        code: de(colonne.code),
        periode: periode.code,
        dimension,
        modalite,
      });
    }
  }
  return recolte.fichier('LONGUE');
}

/** « Total » and « Ensemble » are how files name what is not broken down. */
function estDite(texte: string): boolean {
  return !['', 'total', 'ensemble', 'tous'].includes(simplifier(texte));
}

function lireLarge(rangees: readonly RangeeCsv[], maille: Maille | null): FichierLu | null {
  const debut = rangees.findIndex(
    ({ cellules }) =>
      chercherColonne(cellules, 'code') !== -1 &&
      cellules.some((titre) => parsePeriode(titre) !== null),
  );
  // INSEE puts a title or two above the header, never a page of them.
  if (debut === -1 || debut > 10) return null;
  const entete = rangees[debut]?.cellules ?? [];
  const code = chercherColonne(entete, 'code');
  const colonneMaille = chercherColonne(entete, 'maille');
  const titre = lireMaille(entete[code] ?? '');
  const recolte = new Recolte();
  for (const { ligne, cellules } of rangees.slice(debut + 1)) {
    const dite = colonneMaille === -1 ? '' : (cellules[colonneMaille] ?? '');
    // The notes under the table have no value.
    if (cellules.filter((cellule) => cellule !== '').length < 2) continue;
    entete.forEach((nom, index) => {
      const periode = parsePeriode(nom);
      if (periode === null || index === code) return;
      recolte.ajouter(cellules[index] ?? '', {
        ligne,
        maille: dite === '' ? (maille ?? titre) : lireMaille(dite),
        code: cellules[code] ?? '',
        periode: periode.code,
        dimension: null,
        modalite: null,
      });
    });
  }
  return recolte.fichier('LARGE');
}

function lireSerie(
  rangees: readonly RangeeCsv[],
  { maille, territoire }: { maille: Maille | null; territoire: string | null },
): FichierLu | null {
  if (territoire === null) return null;
  const debut = rangees.findIndex(({ cellules }) => parsePeriode(cellules[0] ?? '') !== null);
  if (debut === -1 || debut > 10) return null;
  const recolte = new Recolte();
  for (const { ligne, cellules } of rangees.slice(debut)) {
    const periode = parsePeriode(cellules[0] ?? '');
    if (periode === null) recolte.erreur(ligne, 'PERIODE_INVALIDE');
    else {
      recolte.ajouter(cellules[1] ?? '', {
        ligne,
        maille,
        code: territoire,
        periode: periode.code,
        dimension: null,
        modalite: null,
      });
    }
  }
  return recolte.fichier('SERIE');
}
