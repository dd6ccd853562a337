import {
  type Agent,
  Emplacement,
  estDuTerritoire,
  manqueEn,
  peutAgir,
  useDerniereLecture,
  useLecture,
  useSeanceVivante,
} from '@passerelle/portal-kit';
import { EntetePage, EtatVide, LienBouton, PARTENAIRES, Squelette } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { jourDeReference } from '../../date-reference.js';
import { PageSeanceDocument } from '../../generated/graphql.js';
import { usePage } from '../../page.js';
import { LectureImpossible } from '../../pages/lecture-impossible.js';
import { cheminSeance, nomDInstance } from '../libelles.js';
import { ActionsDeSeance, IdentiteDeSeance, titreDeSeance } from './identite.js';
import { ListeDesDecisions } from './liste-des-decisions.js';
import { OrdreDuJour } from './ordre-du-jour.js';
import { PresencesDeSeance } from './presences.js';
import { ReleveDeSeance } from './releve.js';
import { SansLEtat } from './sans-l-etat.js';
import { estEnChemin } from './situation.js';

/** A session: what the reader's house has to do first, then its whole life in order. */
export function PageSeance({ id, agent }: { id: string; agent: Agent }): ReactNode {
  const [le] = useState(jourDeReference);
  const lecture = useLecture(
    PageSeanceDocument,
    { id, le },
    { mouvements: (mouvement) => mouvement.nature === 'seance' && mouvement.seance === id },
  );
  const { donnees, erreur, enCours, manquants, manques, lueA, relancer } = lecture;
  const lue = donnees?.seance ?? null;
  const perdue = lue === null && manqueEn(manques, 'etat', ['seance']) !== null;
  const derniere = useDerniereLecture(lue);
  const seance = lue ?? (perdue ? derniere : null);
  const absents = PARTENAIRES.filter(
    (partenaire) => manquants.includes(partenaire) || manqueEn(manques, partenaire, ['seance']),
  );
  const enChemin = seance?.decisions.nodes.some(estEnChemin) ?? false;
  useSeanceVivante(
    seance === null || seance.statut === 'ANNULEE' ? null : id,
    lecture,
    enChemin ? 'pressee' : 'tranquille',
  );
  usePage(seance === null ? 'Séance' : titreDeSeance(seance));
  const fil = [{ libelle: 'Séances', href: '/seances' }];
  if (seance === null) {
    return (
      <>
        <EntetePage titre="Séance" fil={fil} />
        {enCours && <Squelette libelle="Lecture de la séance" forme="carte" lignes={8} />}
        {!enCours && erreur !== null && <LectureImpossible erreur={erreur} relancer={relancer} />}
        {!enCours && erreur === null && (
          <EtatVide
            titre="Aucune séance ne porte cette adresse."
            actions={
              <LienBouton href="/seances?periode=toutes">Voir toutes les séances</LienBouton>
            }
          >
            <p>Une séance se reconnaît à son instance et à son jour.</p>
          </EtatVide>
        )}
      </>
    );
  }
  const tient =
    peutAgir(agent, 'etat:seance:tenir') && estDuTerritoire(agent, seance.instance.territoire);
  // Absent, or there without an answer: either way nothing written now would be kept.
  const suspendu = lue === null || manquants.includes('etat');
  const vue = { seance, le, absents, tient, suspendu, relire: relancer };
  return (
    <>
      <EntetePage
        titre={titreDeSeance(seance)}
        fil={[
          ...fil,
          {
            libelle: nomDInstance(seance.instance),
            href: `/seances?periode=toutes&instance=${seance.instance.id}`,
          },
        ]}
        chapo={<IdentiteDeSeance seance={seance} />}
        actions={<ActionsDeSeance {...vue} />}
      />
      {suspendu && (
        <SansLEtat lueA={lueA.etat ?? null} agit={tient} erreur={perdue ? erreur : null} />
      )}
      <div className="s-suite s-suite--serree s-seance">
        {agent.partenaire !== null && (
          <Emplacement
            key={`${agent.partenaire}-${id}`}
            nom="seance.participation"
            partenaire={agent.partenaire}
            proprietes={{ seance: id }}
          />
        )}
        <OrdreDuJour {...vue} />
        <PresencesDeSeance {...vue} />
        <ListeDesDecisions {...vue} />
        <ReleveDeSeance {...vue} />
      </div>
      <p className="p-pied">
        Séance tenue par l’État. Adresse durable : {cheminSeance(id)}. Source de l’instance :{' '}
        {seance.instance.source}.
      </p>
    </>
  );
}
