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
import { type ChangementFait, RevenirEnArriere } from './revenir-en-arriere.js';
import { accordsAttendus } from './situation.js';
import { VersionsDeSeance } from './versions-de-seance.js';
import type { VueDeSeance } from './vue-de-seance.js';

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** What will be spoken of, brought by each house, and whose agreement sets it. */
export function OrdreDuJour(vue: VueDeSeance): ReactNode {
  const { seance, absents, tient, suspendu } = vue;
  const [change, setChange] = useState<ChangementFait | null>(null);
  const points = [...seance.points].sort((a, b) => a.rang - b.rang);
  const duree = points.reduce((somme, point) => somme + (point.duree ?? 0), 0);
  const ordonnable = tient && seance.statut === 'PREVUE' && !seance.convocationDe;
  const ordonne = ordonnable && points.length > 1;
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
    const avant = seance.versionOrdreDuJour;
    void faire({ seance: seance.id, points: ids, versionAttendue: seance.version }).then(
      (suivante) => {
        setIssue(suivante);
        if (suivante.sorte !== 'fait') return;
        const phrase = `Point déplacé : ${points.find(({ id }) => id === pris)?.titre ?? ''}.`;
        setChange({ phrase, objet: 'ORDRE_DU_JOUR', id: seance.id, avant });
      },
    );
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
      {change !== null && ordonnable && (
        <RevenirEnArriere
          key={change.avant}
          seance={seance.id}
          changement={change}
          onFini={() => setChange(null)}
        />
      )}
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
                    desactive={suspendu || rang === 0}
                    aria-label={`Monter ${point.titre}`}
                    onPress={() => deplacer(rang, -1)}
                  >
                    Monter
                  </Bouton>
                  <Bouton
                    variante="discret"
                    enCours={enCours}
                    desactive={suspendu || rang === points.length - 1}
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
      {points.length > 0 && (
        <div className="p-actions">
          <VersionsDeSeance vue={vue} objet="ORDRE_DU_JOUR" retablissable={ordonnable} />
        </div>
      )}
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
