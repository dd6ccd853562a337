import { type Constraint, equalTo, solve } from 'yalps';
import { enfantsPar, type LigneDeTableau, type Masque } from './tableau.js';

export interface Bornes {
  readonly cellule: string;
  readonly vraie: number;
  readonly min: number;
  readonly max: number;
}

/**
 * What a reader can compute of each hidden cell: the least and the most that it can be, given all
 * that is shown, that counts are not negative, that a breakdown makes its total and that the parts
 * make the whole. Solved as linear programs, without knowing how the hidden cells were chosen.
 *
 * Used by the tests only: it is the attack that the hiding must stand.
 *
 * @param lignes - a complete table: breakdowns make their total, parts make their whole
 */
export function bornesDuLecteur(lignes: readonly LigneDeTableau[], masque: Masque): Bornes[] {
  const cellules = lignes.flatMap(({ cle, total, ventilations }) => [
    { nom: nomDe(cle), valeur: total, cachee: masque.totaux.has(cle) },
    ...Object.entries(ventilations).flatMap(([dimension, valeurs]) =>
      Object.entries(valeurs).map(([modalite, valeur]) => ({
        nom: nomDe(cle, dimension, modalite),
        valeur,
        cachee: masque.ventilations.get(dimension)?.has(cle) ?? false,
      })),
    ),
  ]);
  const connues = new Map(cellules.map((une) => [une.nom, une.cachee ? null : une.valeur]));
  const variables = new Map<string, Map<string, number>>();
  const contraintes = new Map<string, Constraint>();
  equations(lignes).forEach((termes, rang) => {
    const inconnues = termes.filter(({ nom }) => connues.get(nom) === null);
    if (inconnues.length === 0) return;
    const nomDeContrainte = `equation ${rang}`;
    for (const { nom, coefficient } of inconnues) {
      const coefficients = variables.get(nom) ?? new Map<string, number>();
      coefficients.set(nomDeContrainte, (coefficients.get(nomDeContrainte) ?? 0) + coefficient);
      variables.set(nom, coefficients);
    }
    const montre = termes.reduce(
      (somme, { nom, coefficient }) => somme + coefficient * (connues.get(nom) ?? 0),
      0,
    );
    contraintes.set(nomDeContrainte, equalTo(-montre));
  });

  return cellules
    .filter(({ cachee }) => cachee)
    .map(({ nom, valeur }) => {
      const borne = (direction: 'minimize' | 'maximize'): number => {
        const { status, result } = solve({
          direction,
          objective: 'mire',
          constraints: contraintes,
          variables: [...variables].map(
            ([variable, coefficients]) =>
              [variable, variable === nom ? [...coefficients, ['mire', 1]] : coefficients] as const,
          ),
        });
        if (status === 'unbounded') return Number.POSITIVE_INFINITY;
        if (status !== 'optimal') throw new Error(`the bounds of ${nom}: ${status}`);
        return result;
      };
      return { cellule: nom, vraie: valeur, min: borne('minimize'), max: borne('maximize') };
    });
}

interface Terme {
  readonly nom: string;
  readonly coefficient: number;
}

/** Each is a sum that makes 0. */
export function equations(lignes: readonly LigneDeTableau[]): readonly (readonly Terme[])[] {
  const enfants = enfantsPar(lignes);
  return lignes.flatMap(({ cle, ventilations }) => {
    const parts = enfants.get(cle) ?? [];
    const colonnes = [
      { dimension: undefined, modalite: undefined },
      ...Object.entries(ventilations).flatMap(([dimension, valeurs]) =>
        Object.keys(valeurs).map((modalite) => ({ dimension, modalite })),
      ),
    ];
    return [
      ...Object.entries(ventilations).map(([dimension, valeurs]) => [
        { nom: nomDe(cle), coefficient: -1 },
        ...Object.keys(valeurs).map((modalite) => ({
          nom: nomDe(cle, dimension, modalite),
          coefficient: 1,
        })),
      ]),
      ...(parts.length === 0
        ? []
        : colonnes.map(({ dimension, modalite }) => [
            { nom: nomDe(cle, dimension, modalite), coefficient: -1 },
            ...parts.map((part) => ({
              nom: nomDe(part.cle, dimension, modalite),
              coefficient: 1,
            })),
          ])),
    ];
  });
}

export function nomDe(cle: string, dimension?: string, modalite?: string): string {
  return dimension === undefined ? cle : `${cle} ${dimension} ${modalite}`;
}
