import { auBesoin } from '@passerelle/portal-kit';
import { EntetePage } from '@passerelle/portal-ui';

// Brought when first shown: whoever never opens the fiches never downloads them.

export const PageFiches = auBesoin(
  () => import('./page-fiches.js').then((piece) => piece.PageFiches),
  'Ouverture des fiches action',
  <EntetePage titre="Fiches action" />,
);

export const PageFiche = auBesoin(
  () => import('./page-fiche.js').then((piece) => piece.PageFiche),
  'Ouverture de la fiche',
  <EntetePage titre="Fiche action" />,
);
