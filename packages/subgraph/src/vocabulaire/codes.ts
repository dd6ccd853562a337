/** Closed lists of codes that several partners print; the graph's enums are made from them. */
export const Partenaire = { ETAT: 'ETAT', REGION: 'REGION', POLE_EMPLOI: 'POLE_EMPLOI' } as const;
export type Partenaire = keyof typeof Partenaire;

export const Maille = {
  REGION: 'REGION',
  DEPARTEMENT: 'DEPARTEMENT',
  ARRONDISSEMENT: 'ARRONDISSEMENT',
  EPCI: 'EPCI',
  COMMUNE: 'COMMUNE',
} as const;
export type Maille = keyof typeof Maille;

export const Secteur = {
  INDUSTRIE: 'INDUSTRIE',
  TRANSPORT: 'TRANSPORT',
  LOGISTIQUE: 'LOGISTIQUE',
  SANTE: 'SANTE',
  BTP: 'BTP',
} as const;
export type Secteur = keyof typeof Secteur;
