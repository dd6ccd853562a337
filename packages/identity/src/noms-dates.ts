import type { Partenaire } from './partenaires.js';

interface NomDate {
  readonly nom: string;
  /** First civil day of this name; null for the oldest known. */
  readonly du: string | null;
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

/** « L’État », « la Région »: a house that has no name of its own takes an article. */
const ARTICLES: Readonly<Partial<Record<Partenaire, string>>> = { etat: 'l’', region: 'la ' };

/**
 * A house's name on a day: whatever writes it for people, a page, a mail or a file, takes the day
 * of what it speaks of.
 *
 * @param le - civil date, AAAA-MM-JJ; null gives the name under which the protocol was signed
 */
export function nomPartenaireLe(partenaire: Partenaire, le: string | null): string {
  const [premier, ...suivants] = NOMS_DATES[partenaire];
  const porte = suivants.findLast(({ du }) => le !== null && du !== null && du <= le);
  return (porte ?? premier).nom;
}

/** The same with its article, inside a sentence: « l’État », « la Région », « France Travail ». */
export function avecArticleLe(partenaire: Partenaire, le: string | null): string {
  return `${ARTICLES[partenaire] ?? ''}${nomPartenaireLe(partenaire, le)}`;
}

/** The same, to begin a sentence: « L’État », « La Région », « France Travail ». */
export function sujetPartenaireLe(partenaire: Partenaire, le: string | null): string {
  const nomme = avecArticleLe(partenaire, le);
  return nomme.charAt(0).toUpperCase() + nomme.slice(1);
}

/** Days on which a house changed its name, oldest first. */
export const CHANGEMENTS_DE_NOM: readonly {
  readonly partenaire: Partenaire;
  readonly le: string;
  readonly nom: string;
}[] = (['etat', 'region', 'pole-emploi'] as const).flatMap((partenaire) =>
  NOMS_DATES[partenaire].flatMap(({ nom, du }) =>
    du === null ? [] : [{ partenaire, le: du, nom }],
  ),
);
