import type { ReactNode } from 'react';
import { Bouton } from './bouton.js';

export interface PaginationProps {
  /** How many rows are on screen. */
  affiches: number;
  /** How many there are in all, when that is known. */
  total?: number | undefined;
  /** Plural name of a row: « communes ». */
  nom: string;
  suite: boolean;
  enCours?: boolean;
  onSuite: () => void;
}

/** « Afficher la suite »: the list grows, the reader keeps the place. */
export function Pagination({
  affiches,
  total,
  nom,
  suite,
  enCours = false,
  onSuite,
}: PaginationProps): ReactNode {
  return (
    <div className="p-pagination">
      <p role="status">
        {suite
          ? total === undefined
            ? `${affiches} ${nom} à l’écran, la liste continue.`
            : `${affiches} ${nom} à l’écran, sur ${total}.`
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
