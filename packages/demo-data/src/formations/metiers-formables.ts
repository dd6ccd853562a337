import { METIERS, type Metier, SECTEURS } from '@passerelle/reference-data';

/**
 * Domains that the regional programme does not train for: doctors and dentists, pharmacists,
 * rehabilitation professions, crews of aircraft and ships learn in other schools.
 */
const DOMAINES_EXCLUS: readonly string[] = ['J11', 'J12', 'J14', 'N21', 'N31'];

/** Trades of each sector for which a course is drawn. */
export const METIERS_FORMABLES: ReadonlyMap<string, readonly Metier[]> = new Map(
  SECTEURS.map(({ code }) => [
    code,
    METIERS.filter(
      ({ secteurs, codeRome }) =>
        secteurs.includes(code) && !DOMAINES_EXCLUS.includes(codeRome.slice(0, 3)),
    ),
  ]),
);
