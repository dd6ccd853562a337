import type { Maille } from '../../../vocabulaire/codes.js';
import type { Dimension, Modalite } from '../indicateur.js';
import { type CodeDeLigne, type ErreurDeLigne, erreurDeLigne } from '../verifier-mesures.js';
import { lireNombre } from './lire-nombre.js';

/** How the file is laid out. */
export type Forme = 'LONGUE' | 'LARGE' | 'SERIE' | 'SERIES';

export interface ValeurDeFichier {
  readonly ligne: number;
  /** Null when only the code says it. */
  readonly maille: Maille | null;
  /** As the file writes it; empty when it only names the territory. */
  readonly code: string;
  /** What the file calls the territory; several candidates in the title of a series. */
  readonly noms: readonly string[];
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
  /** Lines of meshes, classes or crossings that are published nowhere here. */
  readonly horsChamp: number;
}

/** Values, mistakes and empty cells, added one cell at a time. */
export class Recolte {
  readonly valeurs: ValeurDeFichier[] = [];
  readonly erreurs: ErreurDeLigne[] = [];
  vides = 0;
  horsChamp = 0;

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
    const { valeurs, erreurs, vides, horsChamp } = this;
    return { forme, valeurs, erreurs, vides, horsChamp };
  }
}
