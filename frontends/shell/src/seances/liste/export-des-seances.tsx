import { client, erreurLisible } from '@passerelle/portal-kit';
import { Bandeau, Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { ExportsDeListe, type TableauAExporter } from '../../fichiers/exports-de-liste.js';
import { lireToutesLesPages } from '../../fichiers/lire-toutes-les-pages.js';
import {
  ListeSeancesDocument,
  type ListeSeancesQueryVariables,
  type SeanceListeeFragment,
} from '../../generated/graphql.js';
import { donnerCalendrier } from '../fichiers/donner-calendrier.js';
import { horaireDe } from '../heures.js';
import { nomDInstance, STATUTS_SEANCE } from '../libelles.js';

/** The whole filtered list as files: an agenda, a table. */
export function ExportDesSeances({
  variables,
}: {
  variables: ListeSeancesQueryVariables;
}): ReactNode {
  const [erreur, setErreur] = useState<string | null>(null);
  const [enCours, setEnCours] = useState(false);
  const lire = (): Promise<SeanceListeeFragment[]> =>
    lireToutesLesPages(async (after) => {
      const reponse = await client
        .query(ListeSeancesDocument, { ...variables, after }, { requestPolicy: 'network-only' })
        .toPromise();
      if (!reponse.data?.seances) throw reponse.error ?? new Error('no page');
      return reponse.data.seances;
    });
  const donnerAgenda = async (): Promise<void> => {
    setEnCours(true);
    setErreur(null);
    try {
      await donnerCalendrier(['seances'], await lire());
    } catch (cause) {
      setErreur(erreurLisible(cause).message);
    } finally {
      setEnCours(false);
    }
  };
  return (
    <>
      {erreur !== null && (
        <Bandeau ton="alerte" annonce="alerte" titre="Le fichier n’a pas pu être préparé.">
          {erreur}
        </Bandeau>
      )}
      <ExportsDeListe
        nom="seances"
        lire={async () => enTableau(await lire())}
        autres={
          <Bouton enCours={enCours} onPress={() => void donnerAgenda()}>
            Agenda (.ics) de ces séances
          </Bouton>
        }
      />
    </>
  );
}

const ENTETES = ['Jour', 'Horaire', 'Instance', 'Territoire', 'Objet', 'Lieu', 'État', 'Source'];

function enTableau(seances: readonly SeanceListeeFragment[]): TableauAExporter {
  return {
    colonnes: ENTETES.map((titre) => ({ titre })),
    lignes: seances.map((seance) => [
      { jour: seance.jour },
      horaireDe(seance.debut ?? null, seance.fin ?? null),
      nomDInstance(seance.instance),
      seance.instance.territoire.nom,
      seance.objet ?? '',
      seance.lieu ?? '',
      STATUTS_SEANCE[seance.statut],
      seance.demonstration ? 'État, donnée de démonstration' : 'État',
    ]),
  };
}
