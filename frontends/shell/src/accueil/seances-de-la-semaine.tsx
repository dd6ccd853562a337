import {
  type Agent,
  formaterDate,
  type Lecture,
  LectureManquee,
  manqueEn,
} from '@passerelle/portal-kit';
import { Carte, EtatVide, LienBouton, MarqueDemonstration, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { jourDeReference } from '../date-reference.js';
import type { LundiQuery } from '../generated/graphql.js';
import { semaineDe } from './jours.js';
import { territoireDe } from './pour-qui.js';

type Seance = NonNullable<LundiQuery['seances']>['nodes'][number];

/** The sessions of the week where the reader works, each with its dossier one press away. */
export function SeancesDeLaSemaine({
  agent,
  lundi,
}: {
  agent: Agent;
  lundi: Lecture<LundiQuery>;
}): ReactNode {
  return (
    <Carte
      titre={
        territoireDe(agent) === null ? 'Les séances cette semaine' : 'Mes séances cette semaine'
      }
    >
      <Contenu lundi={lundi} />
      <p className="p-pied">
        <a href="/seances">Toutes les séances</a>
      </p>
    </Carte>
  );
}

function Contenu({ lundi }: { lundi: Lecture<LundiQuery> }): ReactNode {
  const { donnees, enCours, manques, manquants, relancer } = lundi;
  if (enCours) return <Squelette libelle="Lecture des séances" lignes={4} />;
  const lues = donnees?.seances?.nodes;
  if (!lues) {
    const manque = manqueEn(manques, 'etat', ['seances']);
    if (manque && !manque.absent && !manquants.includes('etat')) {
      return <LectureManquee manque={manque} objet="les séances" onReessayer={relancer} />;
    }
    return (
      <p role="status">
        L’État ne répond pas : les séances ne peuvent pas être lues. L’affichage reprendra seul.
      </p>
    );
  }
  const { dimanche } = semaineDe(jourDeReference());
  const tenues = lues.filter(({ statut }) => statut !== 'ANNULEE');
  const semaine = tenues.filter(({ jour }) => jour <= dimanche);
  const [prochaine] = tenues.filter(({ jour }) => jour > dimanche);
  if (semaine.length === 0) {
    return (
      <>
        <EtatVide titre="Aucune séance cette semaine.">
          {prochaine === undefined && <p>Aucune n’est prévue dans les deux mois.</p>}
        </EtatVide>
        {prochaine && (
          <>
            <h3>La prochaine</h3>
            <ul className="p-liste">
              <LigneSeance seance={prochaine} />
            </ul>
          </>
        )}
      </>
    );
  }
  return (
    <ul className="p-liste">
      {semaine.map((seance) => (
        <LigneSeance key={seance.id} seance={seance} />
      ))}
    </ul>
  );
}

const HEURE = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

function LigneSeance({
  seance: { id, jour, debut, lieu, objet, instance, points, demonstration },
}: {
  seance: Seance;
}): ReactNode {
  const precisions = [
    debut === null ? null : HEURE.format(new Date(debut)).replace(':', '\u00a0h\u00a0'),
    lieu,
    objet,
  ].filter((mot) => mot !== null && mot !== '');
  return (
    <li>
      <span>
        <a href={`/seances/${id}`}>
          {instance.nom}, {formaterDate(jour)}
        </a>
        <small>
          {precisions.length > 0 && `${precisions.join(', ')}. `}
          {points.length === 0
            ? 'Ordre du jour à composer.'
            : `${points.length} ${points.length > 1 ? 'points' : 'point'} à l’ordre du jour.`}{' '}
          {demonstration && <MarqueDemonstration>séance de démonstration</MarqueDemonstration>}
        </small>
      </span>
      <LienBouton href={`/seances/${id}/dossier`}>
        Ouvrir le dossier
        <span className="p-hors-ecran">
          {' '}
          : {instance.nom}, {formaterDate(jour)}
        </span>
      </LienBouton>
    </li>
  );
}
