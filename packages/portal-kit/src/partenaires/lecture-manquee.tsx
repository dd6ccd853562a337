import { EtatErreur } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { Manque } from '../graphe/manques.js';
import { phrasesPartenaire } from './partenaire.js';

export interface ProprietesLectureManquee {
  manque: Manque;
  /** What could not be read: « son offre de formation ». */
  objet: string;
  onReessayer: () => void;
}

/**
 * A partner that is there, and whose answer about this could not be read: neither an absence,
 * which ends by itself, nor an empty list.
 */
export function LectureManquee({
  manque: { partenaire, erreur },
  objet,
  onReessayer,
}: ProprietesLectureManquee): ReactNode {
  const trop = erreur.code === 'DELAI_DEPASSE' ? ' à temps' : '';
  return (
    <EtatErreur
      titre={`${phrasesPartenaire(partenaire).sujet} n’a pas pu répondre${trop}`}
      message={`Impossible de lire ${objet} pour le moment. Le reste de la page est à jour.`}
      reference={erreur.reference ?? undefined}
      onReessayer={onReessayer}
    />
  );
}
