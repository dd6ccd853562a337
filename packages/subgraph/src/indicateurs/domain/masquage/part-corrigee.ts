import { enfantsPar, estMasquee, type LigneDeTableau, type VersionPubliee } from './tableau.js';

/**
 * The part of a table that no earlier version lets anybody know: the territories without others
 * below them of which every cell was shown, and every cell changed; then what contains them, less
 * all the rest. To hide something else would protect nothing: it is known from before.
 */
export function partCorrigee(
  lignes: readonly LigneDeTableau[],
  precedentes: readonly VersionPubliee[],
): readonly LigneDeTableau[] {
  const enfants = enfantsPar(lignes);
  const avant = precedentes.map(({ lignes: anciennes, masque }) => ({
    masque,
    parCle: new Map(anciennes.map((ligne) => [ligne.cle, ligne])),
  }));

  function estNeuve(ligne: LigneDeTableau): boolean {
    return avant.every(({ masque, parCle }) => {
      const ancienne = parCle.get(ligne.cle);
      if (ancienne === undefined) return true;
      if (estMasquee(masque, ligne.cle, null) || ancienne.total === ligne.total) return false;
      return Object.entries(ligne.ventilations).every(
        ([dimension, valeurs]) =>
          !estMasquee(masque, ligne.cle, dimension) &&
          Object.entries(valeurs).every(
            ([modalite, valeur]) => ancienne.ventilations[dimension]?.[modalite] !== valeur,
          ),
      );
    });
  }

  /** A territory with what is new below it, itself first; nothing where nothing is. */
  function reduire(ligne: LigneDeTableau): readonly LigneDeTableau[] {
    const dessous = enfants.get(ligne.cle) ?? [];
    if (dessous.length === 0) return estNeuve(ligne) ? [ligne] : [];
    const reduites = dessous.map(reduire).filter((une) => une.length > 0);
    const parts = reduites.flatMap(([premiere]) => (premiere === undefined ? [] : [premiere]));
    return parts.length === 0 ? [] : [sommeDe(ligne, parts), ...reduites.flat()];
  }

  return (enfants.get(null) ?? []).flatMap(reduire);
}

function sommeDe(ligne: LigneDeTableau, parts: readonly LigneDeTableau[]): LigneDeTableau {
  return {
    ...ligne,
    total: parts.reduce((somme, { total }) => somme + total, 0),
    ventilations: Object.fromEntries(
      Object.entries(ligne.ventilations).map(([dimension, valeurs]) => [
        dimension,
        Object.fromEntries(
          Object.keys(valeurs).map((modalite) => [
            modalite,
            parts.reduce(
              (somme, { ventilations }) => somme + (ventilations[dimension]?.[modalite] ?? 0),
              0,
            ),
          ]),
        ),
      ]),
    ),
  };
}
