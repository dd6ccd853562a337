import type { ReactNode } from 'react';
import { classes } from './classes.js';
import { classePartenaire, NOMS_PARTENAIRES, type Partenaire } from './partenaire.js';

export interface MarquePartenaireProps {
  partenaire: Partenaire;
  /** Name to display when it is not the house's usual one (« Région Hauts-de-France »). */
  nom?: string;
}

/** A small square and the house's name, in its colour: never the colour alone. */
export function MarquePartenaire({ partenaire, nom }: MarquePartenaireProps): ReactNode {
  return (
    <span className={classes('p-maison', classePartenaire(partenaire))}>
      {nom ?? NOMS_PARTENAIRES[partenaire]}
    </span>
  );
}

/** The dashed mark carried by everything that is not an official text or a true figure. */
export function MarqueDemonstration({
  children = 'démonstration',
}: {
  children?: ReactNode;
}): ReactNode {
  return <span className="p-demonstration">{children}</span>;
}
