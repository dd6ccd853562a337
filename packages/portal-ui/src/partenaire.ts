/** The stable codes of the three houses, as every contract writes them. */
export type Partenaire = 'etat' | 'region' | 'pole-emploi';

/** Displayed names: content, not keys. An institution may change its name, its code stays. */
export const NOMS_PARTENAIRES: Readonly<Record<Partenaire, string>> = {
  etat: 'État',
  region: 'Région',
  'pole-emploi': 'Pôle emploi',
};

/** Order in which the houses are always shown: that of the signatures, never that of a figure. */
export const PARTENAIRES: readonly Partenaire[] = ['etat', 'region', 'pole-emploi'];

export function estPartenaire(code: string): code is Partenaire {
  return Object.hasOwn(NOMS_PARTENAIRES, code);
}

/** Class that sets the current colour to the house's token. */
export function classePartenaire(partenaire: Partenaire): string {
  return `p-couleur-${partenaire}`;
}
