import type { Dimension, Modalite } from '../indicateur.js';
import { simplifier } from './colonnes.js';

/** One cell of one breakdown, or the total. */
interface Case {
  readonly dimension: Dimension | null;
  readonly modalite: Modalite | null;
}

const TOTAL = new Set(['', 't', 'total', 'ensemble', 'tous', 'toutes', 'cumul']);

/** As the catalogue of INSEE and the operator's files write them, once simplified. */
const CLASSES: Readonly<Record<'SEXE' | 'AGE', Readonly<Record<string, Modalite>>>> = {
  SEXE: {
    f: 'FEMMES',
    femme: 'FEMMES',
    femmes: 'FEMMES',
    '2': 'FEMMES',
    m: 'HOMMES',
    h: 'HOMMES',
    homme: 'HOMMES',
    hommes: 'HOMMES',
    '1': 'HOMMES',
  },
  AGE: {
    'y lt25': 'MOINS_DE_25_ANS',
    y15t24: 'MOINS_DE_25_ANS',
    'moins de 25 ans': 'MOINS_DE_25_ANS',
    y25t49: 'DE_25_A_49_ANS',
    'de 25 a 49 ans': 'DE_25_A_49_ANS',
    '25 49 ans': 'DE_25_A_49_ANS',
    'y ge50': 'A_PARTIR_DE_50_ANS',
    '50 ans et plus': 'A_PARTIR_DE_50_ANS',
    '50 ans ou plus': 'A_PARTIR_DE_50_ANS',
  },
};

const COLONNES: Readonly<Record<string, 'SEXE' | 'AGE'>> = {
  sex: 'SEXE',
  sexe: 'SEXE',
  'code sexe': 'SEXE',
  age: 'AGE',
  'tranche d age': 'AGE',
  'tranche age': 'AGE',
};

/** The columns of a header that break values down, one dimension each. */
export function colonnesDeCroisement(
  entete: readonly string[],
): readonly { readonly index: number; readonly dimension: 'SEXE' | 'AGE' }[] {
  return entete.flatMap((titre, index) => {
    const nom = simplifier(titre);
    const dimension = Object.hasOwn(COLONNES, nom) ? COLONNES[nom] : undefined;
    return dimension === undefined ? [] : [{ index, dimension }];
  });
}

/**
 * The only cell that a line is about.
 *
 * @returns null for a crossing of two dimensions, or a class that is published nowhere here
 */
export function lireCroisement(
  colonnes: ReturnType<typeof colonnesDeCroisement>,
  cellules: readonly string[],
): Case | null {
  const dites = colonnes
    .map(({ index, dimension }) => ({ dimension, texte: simplifier(cellules[index] ?? '') }))
    .filter(({ texte }) => !TOTAL.has(texte));
  const [seule] = dites;
  if (seule === undefined) return { dimension: null, modalite: null };
  if (dites.length > 1) return null;
  const classes = CLASSES[seule.dimension];
  const modalite = Object.hasOwn(classes, seule.texte) ? classes[seule.texte] : undefined;
  return modalite === undefined ? null : { dimension: seule.dimension, modalite };
}
