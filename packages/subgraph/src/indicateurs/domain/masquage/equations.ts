import { enfantsPar, estMasquee, type LigneDeTableau, type VersionPubliee } from './tableau.js';

/** Every unknown of some versions of a table, by name. */
export interface Inconnues {
  /** Value of what was shown at least once; absent for what never was. */
  readonly connues: ReadonlyMap<string, number>;
  /** What was hidden each time that it had this value. */
  readonly aProteger: ReadonlySet<string>;
}

/** A sum of unknowns whose result a reader can work out. */
export interface Equation {
  readonly termes: ReadonlyMap<string, number>;
  readonly somme: number;
}

export function inconnuesDe(versions: readonly VersionPubliee[]): Inconnues {
  const connues = new Map<string, number>();
  const cachees = new Set<string>();
  for (const { lignes, masque } of versions) {
    for (const ligne of lignes) {
      for (const { dimension, modalite, valeur } of cellulesDe(ligne)) {
        const nom = nomDe(ligne.cle, dimension, modalite, valeur);
        if (estMasquee(masque, ligne.cle, dimension)) cachees.add(nom);
        else connues.set(nom, valeur);
      }
    }
  }
  return { connues, aProteger: new Set([...cachees].filter((nom) => !connues.has(nom))) };
}

/**
 * What is public knowledge of one version: a breakdown makes its total, parts make their whole;
 * where they do not, what is left over is one more unknown.
 */
export function equationsDe(
  lignes: readonly LigneDeTableau[],
  { connues }: Inconnues,
): readonly Equation[] {
  const enfants = enfantsPar(lignes);
  const equations: Equation[] = [];
  const ajouter = (tout: Terme, parts: readonly Terme[], manque: string): void => {
    const reste = tout.valeur - parts.reduce((somme, { valeur }) => somme + valeur, 0);
    // Rounded figures may add up to a little more than their total: nothing to work out then.
    if (parts.length === 0 || reste < 0) return;
    const termes = new Map<string, number>();
    let somme = 0;
    for (const { nom, coefficient } of [
      { nom: tout.nom, coefficient: -1 },
      ...parts.map((part) => ({ nom: part.nom, coefficient: 1 })),
      // What is left keeps its name while it keeps its value, like any other cell.
      ...(reste > 0 ? [{ nom: `${manque} ${reste}`, coefficient: 1 }] : []),
    ]) {
      const connue = connues.get(nom);
      if (connue === undefined) termes.set(nom, coefficient);
      else somme -= coefficient * connue;
    }
    if (termes.size > 0) equations.push({ termes, somme });
  };
  for (const ligne of lignes) {
    const cellules = cellulesDe(ligne);
    const total = { nom: nomDe(ligne.cle, null, '', ligne.total), valeur: ligne.total };
    for (const dimension of Object.keys(ligne.ventilations)) {
      ajouter(
        total,
        cellules.filter((une) => une.dimension === dimension).map((une) => termeDe(ligne, une)),
        `hors ${dimension} ${ligne.cle}`,
      );
    }
    for (const cellule of cellules) {
      const parts = (enfants.get(ligne.cle) ?? []).flatMap((enfant) =>
        cellulesDe(enfant)
          .filter(
            ({ dimension, modalite }) =>
              dimension === cellule.dimension && modalite === cellule.modalite,
          )
          .map((une) => termeDe(enfant, une)),
      );
      const { dimension, modalite } = cellule;
      ajouter(termeDe(ligne, cellule), parts, `ailleurs ${ligne.cle} ${dimension} ${modalite}`);
    }
  }
  return equations;
}

interface Terme {
  readonly nom: string;
  readonly valeur: number;
}

interface Cellule {
  readonly dimension: string | null;
  readonly modalite: string;
  readonly valeur: number;
}

function cellulesDe({ total, ventilations }: LigneDeTableau): readonly Cellule[] {
  return [
    { dimension: null, modalite: '', valeur: total },
    ...Object.entries(ventilations).flatMap(([dimension, valeurs]) =>
      Object.entries(valeurs).map(([modalite, valeur]) => ({ dimension, modalite, valeur })),
    ),
  ];
}

function termeDe({ cle }: LigneDeTableau, { dimension, modalite, valeur }: Cellule): Terme {
  return { nom: nomDe(cle, dimension, modalite, valeur), valeur };
}

/** The same cell with the same value is the same unknown: a reader may know what was corrected. */
function nomDe(cle: string, dimension: string | null, modalite: string, valeur: number): string {
  return [cle, dimension ?? '', modalite, valeur].join(' ');
}
