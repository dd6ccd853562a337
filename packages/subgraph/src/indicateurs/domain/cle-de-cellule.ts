import type { Mesure } from './indicateur.js';

/** What a cell of any table of an indicator is named by. */
export function cleDeCellule({
  periode,
  maille,
  territoire,
  dimension,
  modalite,
}: Pick<Mesure, 'periode' | 'maille' | 'territoire' | 'dimension' | 'modalite'>): string {
  return [periode, maille, territoire, dimension ?? '', modalite ?? ''].join('/');
}
