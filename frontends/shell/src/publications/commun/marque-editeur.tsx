import { estPartenaire, MarquePartenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { nomEditeur } from './editeurs.js';

/** The house's mark; a plain name for what is not one of the three houses. */
export function MarqueEditeur({ editeur }: { editeur: string }): ReactNode {
  return estPartenaire(editeur) ? (
    <MarquePartenaire partenaire={editeur} />
  ) : (
    <strong>{nomEditeur(editeur)}</strong>
  );
}
