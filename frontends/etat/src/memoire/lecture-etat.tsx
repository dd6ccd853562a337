import { type Lecture, LectureManquee } from '@passerelle/portal-kit';
import { EtatErreur, EtatVide, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

/** A page of the État read in one go, in all its states. */
export function LectureEtat<Contenu>({
  lecture,
  contenu,
  objet,
  children,
}: {
  lecture: Lecture<unknown>;
  /** Null when it could not be read. */
  contenu: Contenu | null | undefined;
  objet: string;
  children: (contenu: Contenu) => ReactNode;
}): ReactNode {
  if (contenu != null) return children(contenu);
  if (lecture.enCours) return <Squelette lignes={10} libelle={`Lecture : ${objet}`} />;
  if (lecture.manquants.includes('etat')) {
    return (
      <EtatVide titre="L’État ne répond pas.">
        <span role="status">La page s’affichera seule dès son retour.</span>
      </EtatVide>
    );
  }
  const [manque] = lecture.manques;
  if (manque) {
    return <LectureManquee manque={manque} objet={objet} onReessayer={lecture.relancer} />;
  }
  return (
    <EtatErreur
      titre={lecture.erreur?.titre ?? 'La lecture n’a pas abouti'}
      message={lecture.erreur?.message ?? 'Réessayez dans un instant.'}
      onReessayer={lecture.relancer}
    />
  );
}
