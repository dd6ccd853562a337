import { GRAPH_CHANGE_CODES, OWNERSHIP_REFUSAL_CODES } from '@passerelle/composition';

type Famille = 'composition' | 'responsabilite' | 'rupture' | 'regle' | 'adresse' | 'module';

/** Refused by composition, beyond what ownership already names. */
const COMPOSITION = [
  'PARTENAIRE_EN_DOUBLE',
  'AUCUN_PARTENAIRE',
  'CONTEXTE_REFUSE',
  'CONTRIBUTION_NON_NULLABLE',
  'CLES_DIVERGENTES',
  'SECOURS_INCONNU',
  'SECOURS_DIFFERENT',
  'COMPOSITION_REFUSEE',
  'PANNE_NON_SUPPORTEE',
] as const;

const ADRESSE = [
  'ADRESSE_ILLISIBLE',
  'ADRESSE_HORS_DES_HOTES',
  'ADRESSE_INTERDITE',
  'ADRESSE_SANS_TLS',
] as const;

/** Conventions of the common graph. */
const REGLE = [
  'CONNEXION_MAL_FORMEE',
  'DATE_EN_TEXTE',
  'DEPRECIATION_DATE_PASSEE',
  'DEPRECIATION_PREAVIS_COURT',
  'DEPRECIATION_SANS_DATE',
  'DESCRIPTION_EN_ANGLAIS',
  'DESCRIPTION_MANQUANTE',
  'IDENTIFIANT_MAL_TYPE',
  'LISTE_A_TROUS',
  'MUTATION_MAL_FORMEE',
  'MUTATION_SANS_DROIT',
  'NOM_DE_CHAMP',
  'NOM_DE_TYPE',
  'NOM_DE_VALEUR',
  'CONSTATS_ABREGES',
] as const;

const MODULE = [
  'BUDGET_DEPASSE',
  'BUDGET_PROCHE',
  'CARTE_DES_SOURCES',
  'CHEMIN_EN_DOUBLE',
  'CHEMIN_REFUSE',
  'CODE_EVALUE',
  'DOCUMENT_ALTERE',
  'DOCUMENT_DEPRECIE',
  'DOCUMENT_INVALIDE',
  'DOCUMENTS_NON_VERIFIES',
  'EMPLACEMENT_INCONNU',
  'ENTREE_ABSENTE',
  'FICHIER_ILLISIBLE',
  'FICHIER_INTERDIT',
  'HTML_EN_LIGNE',
  'IMPORT_ABSENT',
  'LOT_ALTERE',
  'LOT_TROP_GRAND',
  'MANIFESTE_ABSENT',
  'MANIFESTE_ILLISIBLE',
  'MODULE_D_AUTRUI',
  'NAVIGATION_HORS_ROUTE',
  'ORIGINE_DISTANTE',
  'PARTAGE_MANQUANT',
  'PARTAGE_RETIRE',
  'ROUTE_D_AUTRUI',
  'ROUTE_MAL_FORMEE',
  'URL_JAVASCRIPT',
] as const;

/**
 * Every code that a report of checks may hold, by family. Contract: never renamed; the README
 * lists them and a test compares.
 */
export const CODES_DE_CONSTAT: Readonly<Record<Famille, readonly string[]>> = {
  composition: COMPOSITION,
  responsabilite: OWNERSHIP_REFUSAL_CODES,
  rupture: GRAPH_CHANGE_CODES,
  regle: REGLE,
  adresse: ADRESSE,
  module: MODULE,
};

export type CodeDeRegle = (typeof REGLE)[number];
export type CodeDeModule = (typeof MODULE)[number];
