import { type Constraint, equalTo, solve } from 'yalps';
import { equations, nomDe } from './bornes-du-lecteur.suite.js';
import { estMasquee, type LigneDeTableau, type VersionPubliee } from './tableau.js';

export interface BorneDeVersion {
  readonly version: number;
  readonly cellule: string;
  readonly vraie: number;
  readonly min: number;
  readonly max: number;
}

/**
 * What somebody computes who kept every version of a table, and knows besides which cells of its
 * finest territories were corrected from one version to the next: the least and the most that each
 * hidden cell of each version can be.
 *
 * One linear program over all versions at once: what was shown is known, sums hold within a
 * version, and a cell that was not corrected is the same unknown in both. It knows nothing of how
 * the hidden cells were chosen. A cell that some version shows with that very value is public, and
 * is left out.
 */
export function bornesDesVersions(versions: readonly VersionPubliee[]): BorneDeVersion[] {
  const connues = new Map<string, number>();
  const cherchees: { nom: string; version: number; cellule: string; vraie: number }[] = [];
  const publiques = new Set<string>();
  const nomDans = versions.map(({ lignes }, version) => nomsDe(lignes, version));
  versions.forEach(({ lignes, masque }, version) => {
    for (const ligne of lignes) {
      for (const { cellule, dimension, valeur } of cellulesDe(ligne)) {
        const nom = nomDans[version]?.get(cellule) ?? cellule;
        if (estMasquee(masque, ligne.cle, dimension)) {
          cherchees.push({ nom, version, cellule, vraie: valeur });
        } else {
          publiques.add(`${cellule}=${valeur}`);
          connues.set(nom, valeur);
        }
      }
    }
  });

  const variables = new Map<string, Map<string, number>>();
  const contraintes = new Map<string, Constraint>();
  versions.forEach(({ lignes }, version) => {
    for (const termes of equations(lignes)) {
      const contrainte = `contrainte ${contraintes.size}`;
      let somme = 0;
      for (const { nom, coefficient } of termes) {
        const variable = nomDans[version]?.get(nom) ?? nom;
        const connue = connues.get(variable);
        if (connue !== undefined) somme -= coefficient * connue;
        else {
          const ligne = variables.get(variable) ?? new Map<string, number>();
          variables.set(variable, ligne.set(contrainte, coefficient));
        }
      }
      contraintes.set(contrainte, equalTo(somme));
    }
  });
  return cherchees
    .filter(({ cellule, vraie }) => !publiques.has(`${cellule}=${vraie}`))
    .map(({ nom, ...reste }) => {
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
      return { ...reste, min: borne('minimize'), max: borne('maximize') };
    });
}

/** A name per unknown: in the finest territories, that of the value as long as it is the same. */
function nomsDe(lignes: readonly LigneDeTableau[], version: number): ReadonlyMap<string, string> {
  const parents = new Set(lignes.map(({ parent }) => parent));
  return new Map(
    lignes.flatMap((ligne) =>
      cellulesDe(ligne).map(({ cellule, valeur }) => [
        cellule,
        parents.has(ligne.cle) ? `v${version} ${cellule}` : `${cellule}=${valeur}`,
      ]),
    ),
  );
}

function cellulesDe({ cle, total, ventilations }: LigneDeTableau): readonly {
  cellule: string;
  dimension: string | null;
  valeur: number;
}[] {
  return [
    { cellule: nomDe(cle), dimension: null, valeur: total },
    ...Object.entries(ventilations).flatMap(([dimension, valeurs]) =>
      Object.entries(valeurs).map(([modalite, valeur]) => ({
        cellule: nomDe(cle, dimension, modalite),
        dimension,
        valeur,
      })),
    ),
  ];
}
