import type { ReactNode } from 'react';
import { Bouton } from './bouton.js';

export interface PaginationProps {
  /** How many rows are on screen. */
  affiches: number;
  /** Plural name of a row: « communes ». */
  nom: string;
  suite: boolean;
  enCours?: boolean;
  onSuite: () => void;
}

/** « Afficher la suite »: the list grows, the reader keeps the place. */
export function Pagination({
  affiches,
  nom,
  suite,
  enCours = false,
  onSuite,
}: PaginationProps): ReactNode {
  return (
    <div className="p-pagination">
      <p role="status">
        {suite
          ? `${affiches} ${nom} à l’écran, la liste continue.`
          : `Fin de la liste : ${affiches} ${nom}.`}
      </p>
      {suite && (
        <Bouton onPress={onSuite} enCours={enCours}>
          Afficher la suite
        </Bouton>
      )}
    </div>
  );
}
