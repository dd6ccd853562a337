import type { LigneDeTableau } from './tableau.js';

/** A row of one breakdown that a reader sees, or can compute by subtracting what they see. */
export interface Unite {
  /** Null for what is known by subtraction only: nothing of it is ever shown. */
  readonly cle: string | null;
  readonly parent: Unite | null;
  readonly enfants: Unite[];
  readonly total: number;
  readonly valeurs: Readonly<Record<string, number>>;
  /** Rows of hidden territories are in it: their cells are as narrow as this row's. */
  readonly contientDesMasques: boolean;
}

/**
 * The rows of one dimension as a tree: under each territory, those below it that have a row and
 * whose total is shown, then what is left once they are subtracted.
 */
export function unitesDe(
  lignes: readonly LigneDeTableau[],
  dimension: string,
  totauxMasques: ReadonlySet<string>,
): readonly Unite[] {
  const parCle = new Map(lignes.map((ligne) => [ligne.cle, ligne]));
  const unites = new Map<string, Unite>();
  const masquesSous = new Set<string>();

  /** Nearest territory above that shows a row of this dimension. */
  function appui(ligne: LigneDeTableau): LigneDeTableau | null {
    const parent = ligne.parent === null ? undefined : parCle.get(ligne.parent);
    if (parent === undefined) return null;
    return montre(parent) ? parent : appui(parent);
  }
  function montre(ligne: LigneDeTableau): boolean {
    return ligne.ventilations[dimension] !== undefined && !totauxMasques.has(ligne.cle);
  }
  function unite(ligne: LigneDeTableau): Unite {
    const connue = unites.get(ligne.cle);
    if (connue) return connue;
    const dessus = appui(ligne);
    const valeurs = ligne.ventilations[dimension] ?? {};
    const nouvelle: Unite = {
      cle: ligne.cle,
      parent: dessus === null ? null : unite(dessus),
      enfants: [],
      total: Math.max(ligne.total, somme(Object.values(valeurs))),
      valeurs,
      contientDesMasques: false,
    };
    unites.set(ligne.cle, nouvelle);
    nouvelle.parent?.enfants.push(nouvelle);
    return nouvelle;
  }

  for (const ligne of lignes) {
    if (montre(ligne)) unite(ligne);
    else if (ligne.ventilations[dimension] !== undefined) {
      const dessus = appui(ligne);
      if (dessus !== null) masquesSous.add(dessus.cle);
    }
  }
  const listees = [...unites.values()];
  for (const parent of listees) ajouterReste(parent, masquesSous.has(parent.cle ?? ''));
  return [...listees, ...listees.flatMap(({ enfants }) => enfants.filter(estReste))];
}

export function estReste(unite: Unite): boolean {
  return unite.cle === null;
}

function ajouterReste(parent: Unite, contientDesMasques: boolean): void {
  if (parent.enfants.length === 0 && !contientDesMasques) return;
  const valeurs = Object.fromEntries(
    Object.entries(parent.valeurs).map(([modalite, valeur]) => [
      modalite,
      Math.max(0, valeur - somme(parent.enfants.map((enfant) => enfant.valeurs[modalite] ?? 0))),
    ]),
  );
  const total = Math.max(
    parent.total - somme(parent.enfants.map((enfant) => enfant.total)),
    somme(Object.values(valeurs)),
  );
  const estVide = somme(Object.values(valeurs)) === 0;
  if (total === 0 || (estVide && !contientDesMasques)) return;
  parent.enfants.push({ cle: null, parent, enfants: [], total, valeurs, contientDesMasques });
}

export function somme(nombres: readonly number[]): number {
  return nombres.reduce((total, nombre) => total + nombre, 0);
}
