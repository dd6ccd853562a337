import {
  type Agent,
  type DocumentsDuSuivi,
  phrasesPartenaire,
  useDocumentsDuSuivi,
  useLecture,
  useReglages,
} from '@passerelle/portal-kit';
import {
  EntetePage,
  EtatVide,
  LienBouton,
  type Partenaire,
  Squelette,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { CeQueJeSuis } from './ce-que-je-suis.js';
import { LettreDuLundi } from './lettre-du-lundi.js';
import { Notifications } from './notifications.js';

const TITRE = 'Mon suivi';

/** What the reader follows, is told of, and wants by letter. */
export function PageSuivi({ agent }: { agent: Agent }): ReactNode {
  usePage(TITRE);
  const documents = useDocumentsDuSuivi();
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={<p>Gardé dans votre maison, pour vous seul : aucun collègue ne le lit.</p>}
      />
      {documents === null || agent.partenaire === null ? (
        <EtatVide
          titre="Aucune maison ne garde votre suivi."
          actions={<LienBouton href="/protocole">Lire les engagements</LienBouton>}
        >
          <p>Le suivi et la lettre du lundi sont ouverts aux agents des trois maisons.</p>
        </EtatVide>
      ) : (
        <Suivi documents={documents} partenaire={agent.partenaire} />
      )}
    </>
  );
}

function Suivi({
  documents,
  partenaire,
}: {
  documents: DocumentsDuSuivi;
  partenaire: Partenaire;
}): ReactNode {
  const lecture = useLecture(documents.carnet, {}, { partenaires: [partenaire] });
  useReglages(lecture.relancer);
  const carnet = lecture.donnees?.suivi ?? null;
  const absent = lecture.manquants.length > 0;
  if (carnet === null) {
    if (absent) {
      return (
        <EtatVide titre={`${phrasesPartenaire(partenaire).sujet} ne répond pas.`}>
          <span role="status">Votre suivi s’affichera seul dès son retour.</span>
        </EtatVide>
      );
    }
    if (lecture.erreur !== null) {
      return <LectureImpossible erreur={lecture.erreur} relancer={lecture.relancer} />;
    }
    return <Squelette libelle="Lecture de votre suivi" lignes={8} />;
  }
  return (
    <div className="p-grille p-grille--2">
      <div className="p-grille">
        <Notifications documents={documents} partenaire={partenaire} />
      </div>
      <div className="p-grille">
        <LettreDuLundi documents={documents} carnet={carnet} />
        <CeQueJeSuis documents={documents} carnet={carnet} />
      </div>
    </div>
  );
}
