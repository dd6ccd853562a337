import { auBesoin } from '@passerelle/portal-kit';

/** Words that differ between two texts; what compares them comes when a comparison is first shown. */
export const MotsCompares = auBesoin(
  () => import('./comparer-les-mots.js').then((piece) => piece.ComparerLesMots),
  'Comparaison des mots',
);
