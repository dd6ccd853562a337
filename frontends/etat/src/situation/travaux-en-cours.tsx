import { formaterLe, useLecture } from '@passerelle/portal-kit';
import { Carte } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { TravauxSituationDocument } from '../generated/graphql.js';
import { direAvancement } from './dire-avancement.js';
import { useTravailSuivi } from './suivre-le-travail.js';

/** What is being gathered, and what stopped on the way; nothing when there is neither. */
export function TravauxEnCours(): ReactNode {
  const lecture = useLecture(TravauxSituationDocument, {}, { partenaires: ['etat'] });
  const travaux = lecture.donnees?.travauxSituation?.nodes ?? [];
  useTravailSuivi(
    lecture,
    travaux.some(({ etat }) => etat === 'EN_COURS'),
  );
  if (travaux.length === 0) return null;
  return (
    <Carte titre="Arrêtés en préparation">
      <ul className="p-liste">
        {travaux.map((travail) => (
          <li key={travail.id}>
            <span>
              <a href={`/situation/${travail.id}`}>{travail.titre}</a>
              <small>
                {direAvancement(travail)} Demandé le {formaterLe(travail.demandeLe)}.
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
