import type { ReactNode } from 'react';
import type { VarianteBouton } from './bouton.js';
import { classes } from './classes.js';

export interface LienBoutonProps {
  href: string;
  children: ReactNode;
  variante?: VarianteBouton;
  icone?: ReactNode;
  /** The link gives a file: the browser saves it under this name. */
  telechargement?: string;
  /** Opens another window, and says so to everyone. */
  nouvelleFenetre?: boolean;
  'aria-label'?: string;
}

export function LienBouton({
  href,
  children,
  variante = 'secondaire',
  icone,
  telechargement,
  nouvelleFenetre = false,
  ...reste
}: LienBoutonProps): ReactNode {
  return (
    <a
      {...reste}
      href={href}
      className={classes('p-bouton', `p-bouton--${variante}`)}
      download={telechargement}
      {...(nouvelleFenetre ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {icone}
      <span>
        {children}
        {nouvelleFenetre && <span className="p-hors-ecran"> (nouvelle fenêtre)</span>}
      </span>
    </a>
  );
}
