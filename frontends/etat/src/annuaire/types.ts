import type { TypeOrganisation } from '../generated/graphql.js';

export const LIBELLES_TYPE: Readonly<Record<TypeOrganisation, string>> = {
  SERVICE_ETAT: 'Service de l’État',
  COLLECTIVITE: 'Collectivité',
  OPERATEUR: 'Opérateur de l’emploi',
  RECTORAT: 'Rectorat',
  CARIF_OREF: 'Carif-Oref',
  PLATEFORME_PROCHEMPLOI: 'Plateforme Proch’emploi',
  PARTENAIRE_SOCIAL: 'Partenaire social',
};

export const TYPES: readonly TypeOrganisation[] = [
  'SERVICE_ETAT',
  'COLLECTIVITE',
  'OPERATEUR',
  'RECTORAT',
  'CARIF_OREF',
  'PLATEFORME_PROCHEMPLOI',
  'PARTENAIRE_SOCIAL',
];

/** @returns the code written in an address, when it is one */
export function lireType(texte: string | null): TypeOrganisation | null {
  return TYPES.find((type) => type === texte) ?? null;
}
