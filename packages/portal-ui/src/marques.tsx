import { type ReactNode, useContext } from 'react';
import { classes } from './classes.js';
import { JourDesNoms } from './jour-des-noms.js';
import { classePartenaire, nomPartenaireLe, type Partenaire } from './partenaire.js';

export interface MarquePartenaireProps {
  partenaire: Partenaire;
  /** Name to display when it is not the house's usual one (« Région Hauts-de-France »). */
  nom?: string;
}

/** A small square and the house's name, in its colour: never the colour alone. */
export function MarquePartenaire({ partenaire, nom }: MarquePartenaireProps): ReactNode {
  const le = useContext(JourDesNoms);
  return (
    <span className={classes('p-maison', classePartenaire(partenaire))}>
      {nom ?? nomPartenaireLe(partenaire, le)}
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
