import { auBesoin } from '@passerelle/portal-kit';

/** Who never opens a figure never downloads how it is drawn. */
export const PageIndicateurs = auBesoin(
  () => import('./page-indicateurs.js').then((page) => page.PageIndicateurs),
  'Ouverture des indicateurs',
);
export const PageIndicateur = auBesoin(
  () => import('./page-indicateur.js').then((page) => page.PageIndicateur),
  'Ouverture de l’indicateur',
);
export const PageComparer = auBesoin(
  () => import('../territoires/page-comparer.js').then((page) => page.PageComparer),
  'Ouverture de la comparaison',
);
