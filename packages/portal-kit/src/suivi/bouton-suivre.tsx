import { Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { useLecture } from '../graphe/lecture.js';
import { useAgent } from '../session/session.js';
import type { DocumentsDuSuivi, SujetSuivi } from './suivi.js';
import { useDocumentsDuSuivi, useReglage, useReglages } from './use-suivi.js';

/**
 * Follows a thing, or ceases to; what happens to it is then told to the reader. Nothing for who has
 * no house to keep it.
 *
 * @param nom - what is followed, for who hears the button: « l’engagement E07 »
 */
export function BoutonSuivre({ nom, ...sujet }: SujetSuivi & { nom: string }): ReactNode {
  const documents = useDocumentsDuSuivi();
  return documents && <Suivre documents={documents} sujet={sujet} nom={nom} />;
}

function Suivre({
  documents,
  sujet,
  nom,
}: {
  documents: DocumentsDuSuivi;
  sujet: SujetSuivi;
  nom: string;
}): ReactNode {
  const agent = useAgent();
  const partenaires = agent?.partenaire ? [agent.partenaire] : [];
  const lecture = useLecture(documents.estSuivi, { sujet }, { partenaires });
  const suivre = useReglage(documents.suivre);
  const cesser = useReglage(documents.nePlusSuivre);
  const [refus, setRefus] = useState<string | null>(null);
  useReglages(lecture.relancer);

  const suit = lecture.donnees?.suivi?.suit;
  // The house is away: nothing can be settled, and its banner already says why.
  if (suit === undefined) return null;
  const basculer = async (): Promise<void> => {
    setRefus(
      suit
        ? await cesser.regler({ sujet }, () => `Vous ne suivez plus ${nom}.`)
        : await suivre.regler({ sujet }, () => `Vous suivez ${nom}.`),
    );
  };
  return (
    <>
      <Bouton
        variante="discret"
        enCours={suivre.enCours || cesser.enCours}
        onPress={() => void basculer()}
        aria-label={suit ? `Ne plus suivre ${nom}` : `Suivre ${nom}`}
      >
        {suit ? 'Ne plus suivre' : 'Suivre'}
      </Bouton>
      {refus !== null && <span role="alert">{refus}</span>}
    </>
  );
}
