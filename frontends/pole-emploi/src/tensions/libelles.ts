import type { FacteurTension, Secteur } from '../generated/graphql.js';

export const LIBELLES_SECTEUR: Readonly<Record<Secteur, string>> = {
  INDUSTRIE: 'Industrie',
  TRANSPORT: 'Transport',
  LOGISTIQUE: 'Logistique',
  SANTE: 'Santé',
  BTP: 'Bâtiment et travaux publics',
};

export const SECTEURS: readonly Secteur[] = [
  'INDUSTRIE',
  'TRANSPORT',
  'LOGISTIQUE',
  'SANTE',
  'BTP',
];

export const LIBELLES_FACTEUR: Readonly<Record<FacteurTension, string>> = {
  CONDITIONS_DE_TRAVAIL: 'conditions de travail',
  EMPLOI_NON_DURABLE: 'emploi non durable',
  INADEQUATION_GEOGRAPHIQUE: 'inadéquation géographique',
  INTENSITE_EMBAUCHES: 'intensité des embauches',
  LIEN_FORMATION: 'lien entre formation et emploi',
  MANQUE_MAIN_OEUVRE: 'manque de main-d’œuvre',
};

export const NIVEAUX = [1, 2, 3, 4, 5] as const;

const LIBELLES_NIVEAU = ['faible', 'plutôt faible', 'moyenne', 'forte', 'très forte'] as const;

/** The word of a level from 1 to 5; a level outside the scale has none. */
export function libelleNiveau(niveau: number): string {
  return LIBELLES_NIVEAU[niveau - 1] ?? 'hors échelle';
}
