import { masquerTotaux } from './masquer-totaux.js';
import { masquerVentilation } from './masquer-ventilation.js';
import { type LigneDeTableau, type Masque, RIEN_DE_MASQUE } from './tableau.js';

/**
 * What of a table must be hidden so that no small count can be read, nor computed from what stays:
 * not by subtracting a row, nor a column, nor a territory from the one that contains it.
 *
 * For every cell that is hidden, the values that agree with all that is shown, knowing only that
 * counts are not negative, span at least `seuil`. Where nothing else protects, the largest
 * territory is hidden too: better no figure than a figure that gives away another.
 *
 * @param seuil - smallest count that may be shown, 1 or more
 * @param deja - what must be hidden whatever its size
 */
export function masquer(
  lignes: readonly LigneDeTableau[],
  seuil: number,
  deja: Masque = RIEN_DE_MASQUE,
): Masque {
  if (!Number.isInteger(seuil) || seuil < 1) {
    throw new RangeError('the threshold is a whole number, 1 or more');
  }
  const totaux = masquerTotaux(lignes, seuil, deja.totaux);
  const dimensions = new Set(lignes.flatMap(({ ventilations }) => Object.keys(ventilations)));
  const ventilations = new Map(
    [...dimensions].map((dimension) => {
      const caches = masquerVentilation(lignes, dimension, totaux, seuil, {
        deja: deja.ventilations.get(dimension) ?? new Set(),
      });
      const avecRangee = lignes.filter((ligne) => ligne.ventilations[dimension] !== undefined);
      return [
        dimension,
        new Set(
          avecRangee.map(({ cle }) => cle).filter((cle) => caches.has(cle) || totaux.has(cle)),
        ),
      ] as const;
    }),
  );
  return { totaux, ventilations };
}
