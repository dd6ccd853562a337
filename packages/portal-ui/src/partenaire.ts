/** The stable codes of the three houses, as every contract writes them. */
export type Partenaire = 'etat' | 'region' | 'pole-emploi';

interface NomDate {
  nom: string;
  /** First civil day of this name; null for the oldest known. */
  du: string | null;
}

/**
 * Displayed names, oldest first: content, not keys. An institution may change its name, its code
 * stays. Source of the change of 1 January 2024: law 2023-1196 of 18 December 2023.
 */
const NOMS_DATES: Readonly<Record<Partenaire, readonly [NomDate, ...NomDate[]]>> = {
  etat: [{ nom: 'État', du: null }],
  region: [{ nom: 'Région', du: null }],
  'pole-emploi': [
    { nom: 'Pôle emploi', du: null },
    { nom: 'France Travail', du: '2024-01-01' },
  ],
};

/** Order in which the houses are always shown: that of the signatures, never that of a figure. */
export const PARTENAIRES: readonly Partenaire[] = ['etat', 'region', 'pole-emploi'];

/**
 * A house's name on a day.
 *
 * @param le - civil date, AAAA-MM-JJ; null gives the name under which the protocol was signed
 */
export function nomPartenaireLe(partenaire: Partenaire, le: string | null): string {
  const [premier, ...suivants] = NOMS_DATES[partenaire];
  const porte = suivants.findLast(({ du }) => le !== null && du !== null && du <= le);
  return (porte ?? premier).nom;
}

/** Days on which a house changed its name, oldest first. */
export const CHANGEMENTS_DE_NOM: readonly {
  partenaire: Partenaire;
  le: string;
  nom: string;
}[] = PARTENAIRES.flatMap((partenaire) =>
  NOMS_DATES[partenaire].flatMap(({ nom, du }) =>
    du === null ? [] : [{ partenaire, le: du, nom }],
  ),
);

export function estPartenaire(code: string): code is Partenaire {
  return Object.hasOwn(NOMS_DATES, code);
}

/** Class that sets the current colour to the house's token. */
export function classePartenaire(partenaire: Partenaire): string {
  return `p-couleur-${partenaire}`;
}
