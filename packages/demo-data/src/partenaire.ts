/**
 * The three houses by their stable code, the same as in `@passerelle/identity`; repeated as a type
 * so that texts and figures do not depend on sign-in.
 */
export type Partenaire = 'etat' | 'region' | 'pole-emploi';

export interface CleTerritoire {
  readonly code: string;
  readonly maille: 'REGION' | 'DEPARTEMENT' | 'ARRONDISSEMENT' | 'EPCI' | 'COMMUNE';
}
