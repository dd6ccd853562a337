import { useState } from 'react';
import { type Contours, lireContours } from './contours.js';

/** Kept while the tab lives: going from one indicator to another asks for the file once. */
let charge: { nom: string; texte: string } | null = null;

export interface ContoursCharges {
  lus: Contours | null;
  nom: string;
  erreur: boolean;
  charger: (fichier: File) => Promise<void>;
  oublier: () => void;
}

/** Outlines from a file of the reader's, for these territories. */
export function useContours(codes: readonly string[]): ContoursCharges {
  const [texte, setTexte] = useState(charge);
  const [erreur, setErreur] = useState(false);
  const [lecture, setLecture] = useState<{ cle: string; lus: Contours | null } | null>(null);
  const cle = `${texte?.nom ?? ''}/${codes.join(' ')}`;
  if (texte !== null && lecture?.cle !== cle) {
    setLecture({ cle, lus: lireContours(texte.texte, new Set(codes)) });
  }
  return {
    lus: texte === null || lecture?.cle !== cle ? null : lecture.lus,
    nom: texte?.nom ?? '',
    erreur,
    async charger(fichier) {
      const contenu = { nom: fichier.name, texte: await fichier.text() };
      const lus = lireContours(contenu.texte, new Set(codes));
      setErreur(lus === null);
      if (lus === null) return;
      charge = contenu;
      setTexte(contenu);
    },
    oublier() {
      charge = null;
      setTexte(null);
    },
  };
}
