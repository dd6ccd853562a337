import type { LigneDeTableau } from './tableau.js';
import { estReste, somme, type Unite, unitesDe } from './unites.js';

/**
 * The territories whose breakdown by this dimension must be hidden; a breakdown is shown whole or
 * not at all.
 *
 * A row with a small cell is hidden. What is hidden under a row that is shown is known as a whole,
 * by subtraction, column by column; its rows are known too, since the totals are shown. Inside such
 * a block a cell can be anything that the margins allow: its interval is as wide as the smallest of
 * its row, its column, the other rows and the other columns of the block. So other rows are hidden
 * until each of these four reaches the threshold.
 *
 * @param totauxMasques - territories already hidden altogether
 * @param options.deja - territories whose breakdown must be hidden whatever its cells
 */
export function masquerVentilation(
  lignes: readonly LigneDeTableau[],
  dimension: string,
  totauxMasques: ReadonlySet<string>,
  seuil: number,
  { deja }: { readonly deja: ReadonlySet<string> },
): ReadonlySet<string> {
  const unites = unitesDe(lignes, dimension, totauxMasques);
  const masquees = new Set<Unite>(
    unites.filter(
      (unite) => estPetite(unite, seuil) || (unite.cle !== null && deja.has(unite.cle)),
    ),
  );

  let change = true;
  while (change) {
    change = false;
    for (const unite of unites) {
      const faible = masquees.has(unite)
        ? enfantAMasquer(unite, masquees, seuil)
        : lignePourLeBloc(unite, masquees, seuil);
      if (faible === null) continue;
      masquees.add(faible);
      change = true;
    }
  }
  return new Set([...masquees].flatMap(({ cle }) => (cle === null ? [] : [cle])));
}

function estPetite({ valeurs }: Unite, seuil: number): boolean {
  return Object.values(valeurs).some((valeur) => valeur < seuil);
}

/** Under a hidden row, enough must be hidden too: else it is the sum of what is shown. */
function enfantAMasquer(unite: Unite, masquees: ReadonlySet<Unite>, seuil: number): Unite | null {
  if (unite.enfants.length === 0) return null;
  if (totalCache(unite, masquees) >= seuil) return null;
  return plusPetite(unite.enfants, masquees) ?? plusPetiteDessous(unite, masquees);
}

/** Under a row that is shown, the next one to hide so that its hidden block is wide enough. */
function lignePourLeBloc(unite: Unite, masquees: ReadonlySet<Unite>, seuil: number): Unite | null {
  const bloc = feuillesCachees(unite, masquees);
  if (bloc.length === 0 || estLarge(unite, bloc, masquees, seuil)) return null;
  return plusPetite(unite.enfants, masquees) ?? plusPetiteDessous(unite, masquees) ?? unite;
}

function estLarge(
  sommet: Unite,
  bloc: readonly Unite[],
  masquees: ReadonlySet<Unite>,
  seuil: number,
): boolean {
  const total = somme(bloc.map((feuille) => feuille.total));
  const colonnes = Object.keys(sommet.valeurs).map((modalite) =>
    somme(bloc.map((feuille) => feuille.valeurs[modalite] ?? 0)),
  );
  return (
    colonnes.every((colonne) => colonne >= seuil && total - colonne >= seuil) &&
    lignesCachees(sommet, masquees).every((ligne) => {
      const ici = totalCache(ligne, masquees);
      return (ici >= seuil || !estMontrable(ligne)) && total - ici >= seuil;
    })
  );
}

/** A remainder without hidden territories has no cell of its own to protect from being narrow. */
function estMontrable(unite: Unite): boolean {
  return !estReste(unite) || unite.contientDesMasques;
}

/** Hidden rows under this one, at every level, as far as the hidden ones go on. */
function lignesCachees(unite: Unite, masquees: ReadonlySet<Unite>): readonly Unite[] {
  return unite.enfants
    .filter((enfant) => masquees.has(enfant))
    .flatMap((enfant) => [enfant, ...lignesCachees(enfant, masquees)]);
}

/** Those of them that contain no other row: what is really unknown. */
function feuillesCachees(unite: Unite, masquees: ReadonlySet<Unite>): readonly Unite[] {
  return lignesCachees(unite, masquees).filter(({ enfants }) => enfants.length === 0);
}

function totalCache(unite: Unite, masquees: ReadonlySet<Unite>): number {
  if (unite.enfants.length === 0) return unite.total;
  return somme(feuillesCachees(unite, masquees).map((feuille) => feuille.total));
}

function plusPetite(unites: readonly Unite[], masquees: ReadonlySet<Unite>): Unite | null {
  const [premiere] = unites
    .filter((unite) => !masquees.has(unite))
    .toSorted((a, b) => a.total - b.total);
  return premiere ?? null;
}

function plusPetiteDessous(unite: Unite, masquees: ReadonlySet<Unite>): Unite | null {
  return plusPetite(
    lignesCachees(unite, masquees).flatMap(({ enfants }) => enfants),
    masquees,
  );
}
