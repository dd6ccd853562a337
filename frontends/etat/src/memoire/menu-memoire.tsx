import { SousMenu } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

const LIENS = [
  { href: '/frise', libelle: 'Frise' },
  { href: '/textes', libelle: 'Textes de référence' },
  { href: '/couverture', libelle: 'Couverture' },
];

/** The pages of the common memory, side by side. */
export function MenuMemoire({ courant }: { courant: string }): ReactNode {
  return (
    <SousMenu
      libelle="Pages de la mémoire commune"
      liens={LIENS.map((lien) => ({ ...lien, courant: lien.href === courant }))}
    />
  );
}
