import type { Secteur } from '../generated/graphql.js';

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
