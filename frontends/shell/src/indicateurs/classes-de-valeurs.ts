/** How many shades a map uses: more are not told apart. */
const CLASSES = 5;

export interface ClasseDeValeurs {
  /** From 1, the lowest values, to 5. */
  readonly rang: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Cuts values into at most five classes of about the same number of territories. Equal values are
 * always in the same class.
 */
export function classerValeurs(valeurs: readonly number[]): readonly ClasseDeValeurs[] {
  const triees = [...valeurs].sort((a, b) => a - b);
  const distinctes = [...new Set(triees)];
  const nombre = Math.min(CLASSES, distinctes.length);
  const classes: ClasseDeValeurs[] = [];
  let debut = 0;
  for (let rang = 1; rang <= nombre && debut < triees.length; rang += 1) {
    const voulue = Math.round((triees.length * rang) / nombre);
    let fin = rang === nombre ? triees.length : Math.max(voulue, debut + 1);
    while (fin < triees.length && triees[fin] === triees[fin - 1]) fin += 1;
    const min = triees[debut];
    const max = triees[fin - 1];
    if (min !== undefined && max !== undefined)
      classes.push({ rang: classes.length + 1, min, max });
    debut = fin;
  }
  return classes;
}

/** Null for a value that no class holds. */
export function classeDe(
  classes: readonly ClasseDeValeurs[],
  valeur: number | null | undefined,
): number | null {
  if (valeur === null || valeur === undefined) return null;
  return classes.find(({ min, max }) => valeur >= min && valeur <= max)?.rang ?? null;
}
