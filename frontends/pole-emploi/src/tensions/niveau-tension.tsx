import type { ReactNode } from 'react';
import { libelleNiveau, NIVEAUX } from './libelles.js';

/** A level in a word, a number and a shape: five bars of which as many are full. */
export function NiveauTension({ niveau }: { niveau: number }): ReactNode {
  return (
    <span className="pe-niveau">
      <span className="pe-niveau__forme" aria-hidden="true">
        {NIVEAUX.map((rang) => (
          <span key={rang} data-plein={rang <= niveau ? 'oui' : 'non'} />
        ))}
      </span>
      {libelleNiveau(niveau)} ({niveau} sur 5)
    </span>
  );
}
