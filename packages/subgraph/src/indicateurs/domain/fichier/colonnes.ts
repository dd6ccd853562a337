import type { Maille } from '../../../vocabulaire/codes.js';
import { Dimension, Modalite } from '../indicateur.js';

/** What a column of a published file holds. */
export type Colonne = 'code' | 'nom' | 'maille' | 'periode' | 'dimension' | 'modalite' | 'valeur';

const NOMS: Readonly<Record<Colonne, readonly string[]>> = {
  code: [
    'code',
    'codgeo',
    'code territoire',
    'code insee',
    'code departement',
    'code arrondissement',
    'code region',
    'territoire',
    'dep',
    'arr',
    'reg',
    'departement',
    'arrondissement',
    'region',
    'geo',
    'codeterritoire',
    'code geo',
  ],
  nom: [
    'libelle',
    'libgeo',
    'libterritoire',
    'lib territoire',
    'libelle territoire',
    'nom',
    'nom territoire',
  ],
  maille: [
    'geo object',
    'codetypeterritoire',
    'code type territoire',
    'nivgeo',
    'maille',
    'niveau',
    'niveau geographique',
    'type territoire',
    'echelle',
  ],
  periode: [
    'codeperiode',
    'code periode',
    'periode',
    'trimestre',
    'annee',
    'mois',
    'date',
    'time period',
  ],
  dimension: ['dimension', 'ventilation', 'axe'],
  modalite: ['modalite', 'categorie', 'case'],
  valeur: [
    'valeurprincipalenombre',
    'valeurprincipaletaux',
    'valeurprincipaledecimale',
    'valeur',
    'value',
    'obs value',
    'taux',
    'effectif',
    'nombre',
    'taux de chomage',
  ],
};

const MAILLES_NOMMEES: Readonly<Record<string, Maille>> = {
  region: 'REGION',
  regions: 'REGION',
  reg: 'REGION',
  departement: 'DEPARTEMENT',
  departements: 'DEPARTEMENT',
  dep: 'DEPARTEMENT',
  arrondissement: 'ARRONDISSEMENT',
  arrondissements: 'ARRONDISSEMENT',
  arr: 'ARRONDISSEMENT',
  epci: 'EPCI',
  com: 'COMMUNE',
  commune: 'COMMUNE',
  communes: 'COMMUNE',
};

/** Without accents, case nor punctuation: « Code région » and `code_region` are one name. */
export function simplifier(texte: string): string {
  return texte
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Index of the first column of this kind; -1 for none. */
export function chercherColonne(entete: readonly string[], colonne: Colonne): number {
  for (const nom of NOMS[colonne]) {
    const index = entete.findIndex((titre) => simplifier(titre) === nom);
    if (index !== -1) return index;
  }
  return -1;
}

export function lireMaille(texte: string): Maille | null {
  const cle = simplifier(texte).split(' ').at(-1) ?? '';
  return Object.hasOwn(MAILLES_NOMMEES, cle) ? (MAILLES_NOMMEES[cle] ?? null) : null;
}

/** Kinds of places that files list and that the portal does not have. */
const MAILLES_ABSENTES =
  /^(france|fr|frac|frmetro|metro|pays|nat|national|ze\d*|zone d emploi|uu\d*|aav\d*|bv\d*|bassin|bas|canton|qpv|arm|can|unite urbaine)$/;

export function estMailleAbsente(texte: string): boolean {
  return MAILLES_ABSENTES.test(simplifier(texte));
}

export function lireDimension(texte: string): Dimension | null {
  const cle = simplifier(texte).toUpperCase();
  return estDimension(cle) ? cle : null;
}

export function lireModalite(texte: string): Modalite | null {
  const cle = simplifier(texte).toUpperCase().replaceAll(' ', '_');
  return estModalite(cle) ? cle : null;
}

function estDimension(texte: string): texte is Dimension {
  return Object.hasOwn(Dimension, texte);
}

function estModalite(texte: string): texte is Modalite {
  return Object.hasOwn(Modalite, texte);
}
