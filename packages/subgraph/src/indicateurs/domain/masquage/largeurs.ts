import { type Coefficients, type Constraint, equalTo, solve } from 'yalps';
import { type Equation, equationsDe, type Inconnues, inconnuesDe } from './equations.js';
import type { VersionPubliee } from './tableau.js';

/** Beyond it, nobody waits for the answer: what could not be checked is not shown. */
const PROGRAMME_MAX = 250_000;
/** Far more than these tables ever need: beyond, it turns in circles. */
const PIVOTS_MAX = 3_000;
/** Arithmetic of the solver is not exact. */
const POUSSIERE = 1e-6;

/**
 * Whether somebody who kept every one of these versions, and knows which cells were corrected from
 * one to the next, still cannot tell any hidden cell to within `seuil`.
 *
 * A cell that keeps its value from one version to another is one unknown, whichever versions hide
 * it: what one of them shows of it is known in all. Every value is 0 or more.
 *
 * @returns false as well when the question is too large to be answered in time
 */
export function restentLarges(versions: readonly VersionPubliee[], seuil: number): boolean {
  const inconnues = inconnuesDe(versions);
  if (inconnues.aProteger.size === 0) return true;
  const equations = versions.flatMap((version) => equationsDe(version.lignes, inconnues));
  return composantes(equations, inconnues).every((partie) => estLarge(partie, inconnues, seuil));
}

/** Unknowns that no equation ties together say nothing of each other. */
function composantes(
  equations: readonly Equation[],
  { aProteger }: Inconnues,
): readonly (readonly Equation[])[] {
  const chefs = new Map<string, string>();
  const chefDe = (nom: string): string => {
    const chef = chefs.get(nom) ?? nom;
    return chef === nom ? nom : chefDe(chef);
  };
  for (const { termes } of equations) {
    const [premier, ...autres] = termes.keys();
    if (premier === undefined) continue;
    for (const autre of autres) chefs.set(chefDe(autre), chefDe(premier));
  }
  const groupes = Map.groupBy(equations, ({ termes }) => chefDe([...termes.keys()][0] ?? ''));
  return [...groupes.values()].filter((groupe) =>
    groupe.some(({ termes }) => [...termes.keys()].some((nom) => aProteger.has(nom))),
  );
}

function estLarge(
  equations: readonly Equation[],
  { aProteger }: Inconnues,
  seuil: number,
): boolean {
  const contraintes = new Map<string, Constraint>();
  const variables = new Map<string, Map<string, number>>();
  equations.forEach(({ termes, somme }, rang) => {
    contraintes.set(`${rang}`, equalTo(somme));
    for (const [nom, coefficient] of termes) {
      const ligne = variables.get(nom) ?? new Map<string, number>();
      ligne.set(`${rang}`, coefficient);
      variables.set(nom, ligne);
    }
  });
  if (contraintes.size * variables.size > PROGRAMME_MAX) return false;

  const vues = new Map<string, { min: number; max: number }>();
  const large = (nom: string): boolean => {
    const vue = vues.get(nom);
    return vue !== undefined && vue.max - vue.min >= seuil - POUSSIERE;
  };
  /** Every answer of the solver is a table that agrees with what was shown: it widens them all. */
  const viser = (cible: string, direction: 'minimize' | 'maximize'): void => {
    const { status, variables: trouvees } = solve(
      {
        direction,
        objective: CIBLE,
        constraints: contraintes,
        variables: [...variables].map(([nom, ligne]): [string, Coefficients] => [
          nom,
          nom === cible ? [...ligne, [CIBLE, 1]] : ligne,
        ]),
      },
      { includeZeroVariables: true, maxPivots: PIVOTS_MAX },
    );
    if (status === 'unbounded') vues.set(cible, { min: 0, max: Number.POSITIVE_INFINITY });
    // Any other answer is no answer: the cell stays as narrow as it was seen.
    if (status !== 'optimal') return;
    for (const [nom, valeur] of trouvees) {
      const vue = vues.get(nom);
      vues.set(nom, {
        min: Math.min(vue?.min ?? valeur, valeur),
        max: Math.max(vue?.max ?? valeur, valeur),
      });
    }
  };
  return [...variables.keys()]
    .filter((nom) => aProteger.has(nom))
    .every((nom) => {
      if (!large(nom)) viser(nom, 'maximize');
      if (!large(nom)) viser(nom, 'minimize');
      return large(nom);
    });
}

const CIBLE = 'cible';
