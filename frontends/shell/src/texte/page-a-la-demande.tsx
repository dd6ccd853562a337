import { auBesoin } from '@passerelle/portal-kit';

export const PageTexte = auBesoin(
  () => import('./page-texte.js').then((piece) => piece.PageTexte),
  'Ouverture du texte signé',
);
