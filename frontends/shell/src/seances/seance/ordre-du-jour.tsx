import {
  formaterDate,
  type IssueDeGeste,
  IssueDeGesteLue,
  partenaireDuGraphe,
} from '@passerelle/portal-kit';
import { Bouton, Carte, EtatVide, MarquePartenaire, Pastille } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { OrdonnerPointsDocument } from '../../generated/graphql.js';
import { TITRES } from '../libelles.js';
import { useGesteDeSeance } from './geste-de-seance.js';
import { accordsAttendus } from './situation.js';
import type { VueDeSeance } from './vue-de-seance.js';

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** What will be spoken of, brought by each house, and whose agreement sets it. */
export function OrdreDuJour({ seance, absents, tient }: VueDeSeance): ReactNode {
  const points = [...seance.points].sort((a, b) => a.rang - b.rang);
  const duree = points.reduce((somme, point) => somme + (point.duree ?? 0), 0);
  const ordonne = tient && seance.statut === 'PREVUE' && points.length > 1;
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(
    OrdonnerPointsDocument,
    seance.id,
    'Ordre du jour réordonné.',
  );
  const deplacer = (rang: number, pas: -1 | 1): void => {
    const ids = points.map(({ id }) => id);
    const [pris] = ids.splice(rang, 1);
    if (pris === undefined) return;
    ids.splice(rang + pas, 0, pris);
    void faire({ seance: seance.id, points: ids, versionAttendue: seance.version }).then(setIssue);
  };
  return (
    <Carte
      titre="Ordre du jour"
      id="ordre-du-jour"
      aside={
        seance.ordreDuJourArrete ? (
          <Pastille ton="ok">arrêté</Pastille>
        ) : (
          points.length > 0 && <Pastille ton="attention">à arrêter</Pastille>
        )
      }
    >
      <IssueDeGesteLue issue={issue} />
      {points.length === 0 && (
        <EtatVide titre="Aucun point n’est encore proposé.">
          <p>Chaque maison propose les siens dans «&nbsp;Ce que votre maison a à faire&nbsp;».</p>
        </EtatVide>
      )}
      {points.length > 0 && (
        <ol className="s-points">
          {points.map((point, rang) => (
            <li key={point.id}>
              <span>
                {point.titre}
                <small className="s-detail">
                  <MarquePartenaire partenaire={partenaireDuGraphe(point.partenaire)} />
                  {point.duree ? `, ${point.duree} minutes` : ''}
                </small>
              </span>
              {ordonne && (
                <span className="p-actions">
                  <Bouton
                    variante="discret"
                    enCours={enCours}
                    desactive={rang === 0}
                    aria-label={`Monter ${point.titre}`}
                    onPress={() => deplacer(rang, -1)}
                  >
                    Monter
                  </Bouton>
                  <Bouton
                    variante="discret"
                    enCours={enCours}
                    desactive={rang === points.length - 1}
                    aria-label={`Descendre ${point.titre}`}
                    onPress={() => deplacer(rang, 1)}
                  >
                    Descendre
                  </Bouton>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {duree > 0 && <p className="p-pied">{duree} minutes en tout.</p>}
      {points.length > 0 && <Accords seance={seance} absents={absents} />}
    </Carte>
  );
}

function Accords({ seance, absents }: Pick<VueDeSeance, 'seance' | 'absents'>): ReactNode {
  const attendus = accordsAttendus(seance.accordsOrdreDuJour);
  const regionAbsente = attendus.includes('REGION') && absents.includes('region');
  return (
    <p className="p-pied">
      {seance.accordsOrdreDuJour.length > 0 &&
        `Approuvé par ${enumerer.format(
          seance.accordsOrdreDuJour.map(({ auteur, le }) => `${auteur} (${formaterDate(le)})`),
        )}. `}
      {!seance.ordreDuJourArrete &&
        attendus.length > 0 &&
        `En attente ${enumerer.format(attendus.map((titre) => TITRES[titre].de))}${regionAbsente ? ', qui ne répond pas' : ''}.`}
    </p>
  );
}
