// One source for what services, the gateway and pages write: this file adds nothing to it.
export { CHANGEMENTS_DE_NOM, nomPartenaireLe } from '@passerelle/identity/noms-dates';

/** The stable codes of the three houses, as every contract writes them. */
export type Partenaire = 'etat' | 'region' | 'pole-emploi';

/** Order in which the houses are always shown: that of the signatures, never that of a figure. */
export const PARTENAIRES: readonly Partenaire[] = ['etat', 'region', 'pole-emploi'];

export function estPartenaire(code: string): code is Partenaire {
  return PARTENAIRES.some((partenaire) => partenaire === code);
}

/** Class that sets the current colour to the house's token. */
export function classePartenaire(partenaire: Partenaire): string {
  return `p-couleur-${partenaire}`;
}
