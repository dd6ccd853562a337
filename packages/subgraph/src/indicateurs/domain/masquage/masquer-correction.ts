import { restentLarges } from './largeurs.js';
import { masquer } from './masquer.js';
import { partCorrigee } from './part-corrigee.js';
import { estMasquee, type LigneDeTableau, type Masque, type VersionPubliee } from './tableau.js';

/**
 * What of a table must be hidden when earlier versions of it were shown, and kept by somebody: what
 * was hidden once stays hidden, and no difference between two versions tells a hidden cell to
 * within `seuil`.
 *
 * From the mask that shows the most to the one that shows the least, the first that stands the
 * attack: hiding as for a first table; hiding what is corrected as if it were a table of its own;
 * showing of the new version only what it does not change, which tells nothing new.
 *
 * @param precedentes - every version shown so far, oldest first
 */
export function masquerCorrection(
  lignes: readonly LigneDeTableau[],
  seuil: number,
  precedentes: readonly VersionPubliee[],
): Masque {
  const derniere = precedentes.at(-1);
  if (derniere === undefined) return masquer(lignes, seuil);
  const deja = reunir(precedentes.map(({ masque }) => masque));
  const ordinaire = masquer(lignes, seuil, deja);
  const corrigee = reunir([ordinaire, masquer(partCorrigee(lignes, precedentes), seuil)]);
  return (
    [ordinaire, corrigee].find((masque) =>
      restentLarges([...precedentes, { lignes, masque }], seuil),
    ) ?? reunir([deja, toutCeQuiChange(lignes, derniere)])
  );
}

/** What each of these hides; a hidden total takes its breakdowns with it. */
function reunir(masques: readonly Masque[]): Masque {
  const totaux = new Set(masques.flatMap((masque) => [...masque.totaux]));
  const dimensions = new Set(masques.flatMap(({ ventilations }) => [...ventilations.keys()]));
  return {
    totaux,
    ventilations: new Map(
      [...dimensions].map((dimension) => [
        dimension,
        new Set([
          ...totaux,
          ...masques.flatMap(({ ventilations }) => [...(ventilations.get(dimension) ?? [])]),
        ]),
      ]),
    ),
  };
}

function toutCeQuiChange(lignes: readonly LigneDeTableau[], derniere: VersionPubliee): Masque {
  const avant = new Map(derniere.lignes.map((ligne) => [ligne.cle, ligne]));
  const change = ({ cle, total, ventilations }: LigneDeTableau, dimension: string | null) => {
    const ligne = avant.get(cle);
    if (ligne === undefined || estMasquee(derniere.masque, cle, dimension)) return true;
    if (dimension === null) return ligne.total !== total;
    return !memesCases(ligne.ventilations[dimension], ventilations[dimension]);
  };
  const totaux = new Set(lignes.filter((ligne) => change(ligne, null)).map(({ cle }) => cle));
  const dimensions = new Set(lignes.flatMap(({ ventilations }) => Object.keys(ventilations)));
  return {
    totaux,
    ventilations: new Map(
      [...dimensions].map((dimension) => [
        dimension,
        new Set(
          lignes
            .filter((ligne) => totaux.has(ligne.cle) || change(ligne, dimension))
            .map(({ cle }) => cle),
        ),
      ]),
    ),
  };
}

function memesCases(
  avant: Readonly<Record<string, number>> | undefined,
  apres: Readonly<Record<string, number>> | undefined,
): boolean {
  if (avant === undefined || apres === undefined) return false;
  const modalites = new Set([...Object.keys(avant), ...Object.keys(apres)]);
  return [...modalites].every((modalite) => avant[modalite] === apres[modalite]);
}
