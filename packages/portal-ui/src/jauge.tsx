import type { ReactNode } from 'react';
import { classes } from './classes.js';
import { classePartenaire, type Partenaire } from './partenaire.js';

export interface JaugeProps {
  /** 0 to 100. */
  valeur: number;
  partenaire?: Partenaire;
}

/**
 * A bar that stands beside its figure in words. It repeats that figure and nothing else, so it is
 * hidden from screen readers.
 */
export function Jauge({ valeur, partenaire }: JaugeProps): ReactNode {
  const borne = Math.min(100, Math.max(0, valeur));
  return (
    <div
      className={classes('p-jauge', partenaire && classePartenaire(partenaire))}
      aria-hidden="true"
    >
      <span style={{ inlineSize: `${borne}%` }} />
    </div>
  );
}
