import { deHautEnBas, enfantsPar, type LigneDeTableau } from './tableau.js';

/** What is added to the territories listed to make their parent's total, known by subtraction. */
const RESTE = '\u0000reste';

/**
 * The territories whose total must be hidden.
 *
 * Small totals first, and those that are hidden already. Then, wherever a parent is shown, what is hidden under it can be computed as
 * a whole by subtraction: the hidden children must be at least two and together reach the
 * threshold, or the smallest one shown is hidden with them. A territory that is hidden takes all
 * that it contains with it.
 *
 * After that a hidden territory may hold anything from nothing to the whole of its group, which is
 * at least `seuil`: that is the narrowest interval that a reader can compute.
 */
export function masquerTotaux(
  lignes: readonly LigneDeTableau[],
  seuil: number,
  deja: ReadonlySet<string>,
): ReadonlySet<string> {
  const completes = avecRestes(lignes);
  const enfants = enfantsPar(completes);
  const masques = new Set<string>();

  function masquer(ligne: LigneDeTableau): void {
    masques.add(ligne.cle);
    for (const enfant of enfants.get(ligne.cle) ?? []) masquer(enfant);
  }

  for (const ligne of completes) {
    if (ligne.total < seuil || deja.has(ligne.cle)) masquer(ligne);
  }
  for (const parent of deHautEnBas(completes)) {
    if (masques.has(parent.cle)) continue;
    const visibles = (enfants.get(parent.cle) ?? [])
      .filter(({ cle }) => !masques.has(cle))
      .toSorted((a, b) => a.total - b.total);
    const caches = (enfants.get(parent.cle) ?? []).filter(({ cle }) => masques.has(cle));
    let ensemble = caches.reduce((somme, { total }) => somme + total, 0);
    let nombre = caches.length;
    while (nombre > 0 && (nombre < 2 || ensemble < seuil)) {
      const suivant = visibles.shift();
      if (suivant === undefined) break;
      masquer(suivant);
      ensemble += suivant.total;
      nombre += 1;
    }
  }
  return new Set(lignes.map(({ cle }) => cle).filter((cle) => masques.has(cle)));
}

/** What nobody lists but everybody can subtract is a territory like the others. */
function avecRestes(lignes: readonly LigneDeTableau[]): readonly LigneDeTableau[] {
  const enfants = enfantsPar(lignes);
  const restes = lignes.flatMap(({ cle, total }): LigneDeTableau[] => {
    const contenus = enfants.get(cle) ?? [];
    const reste = total - contenus.reduce((somme, enfant) => somme + enfant.total, 0);
    // Rounded figures may add up to a little more than their total: nothing to subtract then.
    if (contenus.length === 0 || reste <= 0) return [];
    return [{ cle: cle + RESTE, parent: cle, total: reste, ventilations: {} }];
  });
  return [...lignes, ...restes];
}
