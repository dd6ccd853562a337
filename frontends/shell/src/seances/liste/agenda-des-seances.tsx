import { erreurLisible, type ListeEntiereLue } from '@passerelle/portal-kit';
import { Bandeau, Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { SeanceListeeFragment } from '../../generated/graphql.js';
import { donnerCalendrier } from '../fichiers/donner-calendrier.js';

/** The whole filtered list as an agenda. */
export function AgendaDesSeances({
  lire,
}: {
  lire: () => Promise<ListeEntiereLue<SeanceListeeFragment>>;
}): ReactNode {
  const [erreur, setErreur] = useState<string | null>(null);
  const [enCours, setEnCours] = useState(false);
  const donnerAgenda = async (): Promise<void> => {
    setEnCours(true);
    setErreur(null);
    try {
      await donnerCalendrier(['seances'], (await lire()).elements);
    } catch (cause) {
      setErreur(erreurLisible(cause).message);
    } finally {
      setEnCours(false);
    }
  };
  return (
    <>
      <Bouton variante="discret" enCours={enCours} onPress={() => void donnerAgenda()}>
        Agenda (.ics) de ces séances
      </Bouton>
      {erreur !== null && (
        <Bandeau ton="alerte" annonce="alerte" titre="Le fichier n’a pas pu être préparé.">
          {erreur}
        </Bandeau>
      )}
    </>
  );
}
