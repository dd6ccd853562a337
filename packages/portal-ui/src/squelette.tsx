import type { ReactNode } from 'react';
import { classes } from './classes.js';

export interface SqueletteProps {
  /** What is being read, for screen readers. */
  libelle?: string;
  /** Lines of text that will come. */
  lignes?: number;
  /** « carte »: holds the place of a whole card. */
  forme?: 'lignes' | 'carte';
}

/**
 * Holds the place of what comes, and shows itself after 200 ms only (in the style sheet): a fast
 * answer never blinks. The size stays the same before and after, so nothing jumps.
 */
export function Squelette({
  libelle = 'Lecture en cours',
  lignes = 3,
  forme = 'lignes',
}: SqueletteProps): ReactNode {
  return (
    <div className={classes('p-squelette', forme === 'carte' && 'p-carte')} aria-busy="true">
      <span className="p-hors-ecran" role="status">
        {libelle}
      </span>
      {Array.from({ length: lignes }, (_, rang) => `ligne-${rang}`).map((cle) => (
        <span key={cle} className="p-squelette__ligne" aria-hidden="true" />
      ))}
    </div>
  );
}
