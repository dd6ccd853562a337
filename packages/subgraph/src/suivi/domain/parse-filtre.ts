import type { FiltreEnregistre } from './suivi.js';

const PAGE = /^\/[a-z][a-z0-9-]*(?:\/[a-zA-Z0-9:._-]+){0,3}$/;
/** What the address of a list holds: never a space, a fragment or another address. */
const RECHERCHE = /^[\w.~%&=+:,*()!'-]{0,1000}$/;
const INVISIBLE = /\p{Cc}|\p{Cf}|[\u2028\u2029<>]/u;

/** @returns null for what is not the filter of a list */
export function parseFiltre(saisi: {
  page: string;
  nom: string;
  recherche: string;
}): Omit<FiltreEnregistre, 'id'> | null {
  const nom = saisi.nom.trim().normalize('NFC');
  const recherche = saisi.recherche.replace(/^\?/, '');
  const valide =
    nom !== '' &&
    [...nom].length <= 80 &&
    nom.isWellFormed() &&
    !INVISIBLE.test(nom) &&
    saisi.page.length <= 200 &&
    PAGE.test(saisi.page) &&
    RECHERCHE.test(recherche);
  return valide ? { page: saisi.page, nom, recherche } : null;
}
