/**
 * A published table of counts: territories in a tree, each with its total and its breakdowns.
 * Every value is a whole number of persons, 0 or more.
 */
export interface LigneDeTableau {
  readonly cle: string;
  /** The territory that this one is added to; null for a root, or where sums mean nothing. */
  readonly parent: string | null;
  readonly total: number;
  /** By dimension, then by modality: only the breakdowns that are published. */
  readonly ventilations: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What must not be shown. */
export interface Masque {
  /** Territories whose total is hidden, and every breakdown with it. */
  readonly totaux: ReadonlySet<string>;
  /** By dimension, the territories whose whole breakdown is hidden. */
  readonly ventilations: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A table as it was shown once: readers may have kept it. */
export interface VersionPubliee {
  readonly lignes: readonly LigneDeTableau[];
  readonly masque: Masque;
}

export const RIEN_DE_MASQUE: Masque = { totaux: new Set(), ventilations: new Map() };

/** Whether this total, or the cells of this dimension, are hidden. */
export function estMasquee(masque: Masque, cle: string, dimension: string | null): boolean {
  return dimension === null
    ? masque.totaux.has(cle)
    : (masque.ventilations.get(dimension)?.has(cle) ?? false);
}

/** Children of each territory, in the order given; the roots under null. */
export function enfantsPar(
  lignes: readonly LigneDeTableau[],
): ReadonlyMap<string | null, readonly LigneDeTableau[]> {
  return Map.groupBy(lignes, (ligne) => ligne.parent);
}

/** Every territory before those that it contains. */
export function deHautEnBas(lignes: readonly LigneDeTableau[]): readonly LigneDeTableau[] {
  const enfants = enfantsPar(lignes);
  const ordre: LigneDeTableau[] = [...(enfants.get(null) ?? [])];
  // The list grows while it is walked: each line brings its own children.
  for (const ligne of ordre) ordre.push(...(enfants.get(ligne.cle) ?? []));
  if (ordre.length !== lignes.length) {
    throw new Error('a territory of the table names a parent that is not in it, or itself');
  }
  return ordre;
}
