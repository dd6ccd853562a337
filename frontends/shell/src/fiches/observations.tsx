import { formaterDate, phrasesPartenaire } from '@passerelle/portal-kit';
import { MarqueDemonstration, type Partenaire, Pastille } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { FicheDeLaPage, ObservationLue } from './fiche-lue.js';

type Reponse = FicheDeLaPage['reponses']['nodes'][number];

/** What one house remarked, with the answers of the fiche's own; who is away is named. */
export function Observations({
  observations,
  reponses,
  maison,
  proprietaire,
}: {
  observations: readonly ObservationLue[] | null;
  reponses: readonly Reponse[];
  /** Whose observations they are. */
  maison: Partenaire;
  proprietaire: Partenaire;
}): ReactNode {
  const { sujet } = phrasesPartenaire(maison);
  if (observations === null) {
    return (
      <p role="status">{sujet} ne répond pas : ses observations s’afficheront dès son retour.</p>
    );
  }
  if (observations.length === 0) return <p>{sujet} n’a rien observé.</p>;
  return (
    <ul className="p-liste">
      {observations.map((observation) => (
        <li key={observation.id}>
          <UneObservation
            observation={observation}
            reponse={reponses.find((une) => une.observation === observation.id)}
            proprietaire={proprietaire}
          />
        </li>
      ))}
    </ul>
  );
}

function UneObservation({
  observation,
  reponse,
  proprietaire,
}: {
  observation: ObservationLue;
  reponse: Reponse | undefined;
  proprietaire: Partenaire;
}): ReactNode {
  const { texte, auteur, ecriteLe, corrigeeLe, retireeLe, anciensTextes } = observation;
  if (retireeLe) {
    return (
      <div>
        <Pastille>retirée</Pastille>
        <p className="k-discret">
          {auteur} l’a écrite le {formaterDate(ecriteLe)} et retirée le {formaterDate(retireeLe)}.
        </p>
        <details>
          <summary>Lire l’observation retirée</summary>
          <p className="k-commentaire">{texte}</p>
        </details>
      </div>
    );
  }
  return (
    <div>
      <p className="k-commentaire">{texte}</p>
      <p className="k-discret">
        {auteur}, le {formaterDate(ecriteLe)}
        {corrigeeLe && `, corrigée le ${formaterDate(corrigeeLe)}`}
        {observation.demonstration && (
          <>
            {' '}
            <MarqueDemonstration />
          </>
        )}
      </p>
      {anciensTextes.length > 0 && (
        <details>
          <summary>Lire le texte d’avant la correction</summary>
          <ul>
            {anciensTextes.map((ancien) => (
              <li key={ancien.ecritLe}>
                <span className="k-commentaire">{ancien.texte}</span>{' '}
                <small>écrit le {formaterDate(ancien.ecritLe)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {reponse && (
        <div className="s-reponse">
          <p className="k-commentaire">
            <strong>Réponse {phrasesPartenaire(proprietaire).de} :</strong> {reponse.texte}
          </p>
          <p className="k-discret">
            {reponse.auteur}, le {formaterDate(reponse.ecriteLe)}
          </p>
        </div>
      )}
    </div>
  );
}
