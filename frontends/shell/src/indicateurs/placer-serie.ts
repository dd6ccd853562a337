import type { CibleLue, ValeurLue } from '@passerelle/portal-kit';

/** « Dans les cinq ans » of the protocol signed in June 2023. */
const HORIZON = 2028;

export interface PointDeSerie {
  readonly id: string;
  readonly periode: string;
  readonly valeur: number;
  readonly demonstration: boolean;
  /** From 0 to 1, left to right. */
  readonly abscisse: number;
  /** From 0 to 1, bottom to top; the bottom is zero. */
  readonly ordonnee: number;
}

/** A published objective, over its year or over all of them. */
export interface CiblePlacee {
  readonly valeur: number;
  readonly ordonnee: number;
  readonly de: number;
  readonly a: number;
}

/** Where the values of a series go on a chart that begins with its first year and ends in 2028. */
export function placerSerie(
  valeurs: readonly Pick<ValeurLue, 'id' | 'periode' | 'fin' | 'valeur' | 'demonstration'>[],
  cibles: readonly Pick<CibleLue, 'valeur' | 'annee'>[] = [],
): {
  readonly cibles: readonly CiblePlacee[];
  readonly points: readonly PointDeSerie[];
  readonly annees: readonly { readonly annee: number; readonly abscisse: number }[];
  readonly max: number;
} {
  const connues = valeurs
    .flatMap(({ valeur, ...reste }) => (typeof valeur === 'number' ? [{ ...reste, valeur }] : []))
    .sort((a, b) => a.fin.localeCompare(b.fin));
  const premiere = connues[0];
  if (premiere === undefined) return { points: [], annees: [], cibles: [], max: 0 };
  const debut = Number(premiere.fin.slice(0, 4));
  const fin = Math.max(HORIZON, Number((connues.at(-1) ?? premiere).fin.slice(0, 4)));
  const visees = cibles.filter(({ annee }) => annee == null || (annee >= debut && annee <= fin));
  const max = Math.max(...[...connues, ...visees].map(({ valeur }) => valeur));
  const abscisse = (jour: string): number =>
    (Date.parse(jour) - Date.UTC(debut, 0)) / (Date.UTC(fin + 1, 0) - Date.UTC(debut, 0));
  return {
    points: connues.map(({ id, periode, fin: jour, valeur, demonstration }) => ({
      id,
      periode,
      valeur,
      demonstration,
      abscisse: abscisse(jour),
      ordonnee: max === 0 ? 0 : valeur / max,
    })),
    annees: Array.from({ length: fin - debut + 1 }, (_, rang) => ({
      annee: debut + rang,
      abscisse: abscisse(`${debut + rang}-07-01`),
    })),
    cibles: visees.map(({ valeur, annee }) => ({
      valeur,
      ordonnee: max === 0 ? 0 : valeur / max,
      de: annee == null ? 0 : abscisse(`${annee}-01-01`),
      a: annee == null ? 1 : abscisse(`${annee}-12-31`),
    })),
    max,
  };
}
