import { cheminTerritoire, formaterDate } from '@passerelle/portal-kit';
import { type ColonneTableau, MarqueDemonstration, Pastille, Tableau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { SeanceListeeFragment } from '../../generated/graphql.js';
import { heureDe } from '../heures.js';
import { cheminDossier, cheminSeance, nomDInstance, STATUTS_SEANCE } from '../libelles.js';

const jourDeSemaine = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' });

const COLONNES: ColonneTableau<SeanceListeeFragment>[] = [
  {
    cle: 'jour',
    entete: 'Jour',
    titreDeLigne: true,
    rendu: ({ id, jour, debut }) => (
      <>
        <a href={cheminSeance(id)}>{formaterDate(jour)}</a>
        <small className="s-detail">
          {jourDeSemaine.format(new Date(`${jour}T12:00:00Z`))}
          {debut ? `, ${heureDe(debut)}` : ''}
        </small>
      </>
    ),
  },
  {
    cle: 'instance',
    entete: 'Instance',
    rendu: ({ instance, objet, demonstration }) => (
      <>
        {nomDInstance(instance)}
        {objet && <small className="s-detail">{objet}</small>}
        {demonstration && <MarqueDemonstration />}
      </>
    ),
  },
  {
    cle: 'territoire',
    entete: 'Territoire',
    rendu: ({ instance: { territoire } }) => (
      <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>
    ),
  },
  {
    cle: 'etat',
    entete: 'État',
    rendu: ({ statut, ordreDuJourArrete }) => (
      <>
        <Pastille ton={statut === 'CLOSE' ? 'ok' : 'neutre'}>{STATUTS_SEANCE[statut]}</Pastille>
        {statut === 'PREVUE' && (
          <small className="s-detail">
            {ordreDuJourArrete ? 'ordre du jour arrêté' : 'ordre du jour à arrêter'}
          </small>
        )}
      </>
    ),
  },
  {
    cle: 'dossier',
    entete: 'Dossier',
    rendu: ({ id, jour, instance }) => (
      <a
        href={cheminDossier(id)}
        aria-label={`Dossier du ${nomDInstance(instance)}, ${formaterDate(jour)}`}
      >
        Dossier
      </a>
    ),
  },
];

export function TableauDesSeances({
  seances,
}: {
  seances: readonly SeanceListeeFragment[];
}): ReactNode {
  return (
    <Tableau
      legende="Séances des instances"
      colonnes={COLONNES}
      lignes={seances}
      cleDe={(seance) => seance.id}
      enteteCollante
    />
  );
}
