import {
  Carte,
  EtatErreur,
  MarquePartenaire,
  type Partenaire,
  Squelette,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { Lecture } from '../graphe/lecture.js';
import { manqueEn } from '../graphe/manques.js';
import { LectureManquee } from './lecture-manquee.js';
import { phrasesPartenaire } from './partenaire.js';

export interface ProprietesPanneau {
  partenaire: Partenaire;
  /** Where the page has several panels of the same house; its name otherwise. */
  titre?: string;
  /** What is shown, to name what is missing: « son offre de formation ». */
  objet: string;
  lecture: Lecture<unknown>;
  /** Whether the partner's part of the answer is there. */
  lu: boolean;
  children: ReactNode;
}

/** A partner's card on a shared page: its name, then its content or the sentence that replaces it. */
export function PanneauPartenaire({
  partenaire,
  titre,
  objet,
  lecture,
  lu,
  children,
}: ProprietesPanneau): ReactNode {
  const { sujet } = phrasesPartenaire(partenaire);
  const manque = lu ? null : manqueEn(lecture.manques, partenaire, []);
  const absent = !lu && (lecture.manquants.includes(partenaire) || Boolean(manque?.absent));
  const contenu = (): ReactNode => {
    if (lecture.enCours) return <Squelette lignes={4} libelle={`Lecture : ${objet}`} />;
    if (absent) {
      return (
        <p role="status">
          {sujet} ne répond pas : impossible de lire {objet} pour le moment. L’affichage reprendra
          seul.
        </p>
      );
    }
    if (manque) {
      return <LectureManquee manque={manque} objet={objet} onReessayer={lecture.relancer} />;
    }
    if (!lu && lecture.erreur) {
      return (
        <EtatErreur
          titre={lecture.erreur.titre}
          message={lecture.erreur.message}
          reference={lecture.erreur.reference ?? undefined}
          onReessayer={lecture.relancer}
        />
      );
    }
    return children;
  };
  return (
    <Carte
      titre={titre ?? <MarquePartenaire partenaire={partenaire} />}
      bord={absent ? 'tirets' : 'plein'}
    >
      {contenu()}
    </Carte>
  );
}
