import { Bouton, MarquePartenaire } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { formaterLe } from '../formats/formats.js';
import { useLecture } from '../graphe/lecture.js';
import {
  type LectureObservationsRecues,
  type MaisonAFiches,
  maisonDeLaFiche,
  type ObservationLue,
  type ReponseLue,
} from './fiche.js';
import { TexteDeGeste } from './texte-de-geste.js';

/** What the two other houses remarked of this house's fiche, each to be answered in a word. */
export function ObservationsRecues({
  maison,
  fiche,
}: {
  maison: MaisonAFiches;
  fiche: string;
}): ReactNode {
  const lecture = useLecture(
    maison.observationsRecues,
    { id: fiche },
    { mouvements: (mouvement) => mouvement.nature === 'fiche' },
  );
  const lue = lecture.donnees?.fiche ?? null;
  const recues = lue ? observationsRecues(lue) : [];
  if (lue === null || recues.length === 0) return null;
  return (
    <section className="k-actes" aria-label="Observations reçues">
      <h3>Observations reçues</h3>
      <ul className="p-liste">
        {recues.map((observation) => (
          <li key={observation.id}>
            <Recue
              maison={maison}
              fiche={fiche}
              observation={observation}
              reponse={lue.reponses.nodes.find((une) => une.observation === observation.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those that still stand, from whoever could be read, the newest first. */
export function observationsRecues(
  fiche: NonNullable<LectureObservationsRecues['fiche']>,
): readonly ObservationLue[] {
  return [fiche.observationsEtat, fiche.observationsRegion, fiche.observationsPoleEmploi]
    .flatMap((lues) => lues?.nodes ?? [])
    .filter(({ retireeLe }) => !retireeLe)
    .sort((une, autre) => autre.ecriteLe.localeCompare(une.ecriteLe));
}

function Recue({
  maison,
  fiche,
  observation,
  reponse,
}: {
  maison: MaisonAFiches;
  fiche: string;
  observation: ObservationLue;
  reponse: ReponseLue | undefined;
}): ReactNode {
  const [repond, setRepond] = useState(false);
  const auteur = maisonDeLaFiche(observation.id);
  return (
    <div className="k-fiche">
      <p className="k-commentaire">{observation.texte}</p>
      <p className="k-discret">
        {auteur && <MarquePartenaire partenaire={auteur} />} {observation.auteur},{' '}
        {formaterLe(observation.ecriteLe)}
      </p>
      {reponse && <p className="k-commentaire">Votre réponse : {reponse.texte}</p>}
      {repond ? (
        <TexteDeGeste
          document={maison.repondre}
          fait="Réponse enregistrée."
          brouillon={`fiche-reponse:${fiche}:${observation.id}`}
          depart={reponse?.texte}
          libelle="Votre réponse"
          aide="Lue avec l’observation, par les agents des trois maisons et les partenaires sociaux."
          bouton="Enregistrer la réponse"
          variablesDe={(texte) => ({ fiche, observation: observation.id, texte })}
          onFini={() => setRepond(false)}
        />
      ) : (
        <div className="p-actions">
          <Bouton
            aria-label={`${reponse ? 'Revoir la réponse' : 'Répondre'} : ${observation.texte.slice(0, 40)}`}
            onPress={() => setRepond(true)}
          >
            {reponse ? 'Revoir la réponse' : 'Répondre'}
          </Bouton>
        </div>
      )}
    </div>
  );
}
