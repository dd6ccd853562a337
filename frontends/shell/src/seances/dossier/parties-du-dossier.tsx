import {
  formaterDate,
  type Lecture,
  ListeLue,
  partenaireDuGraphe,
  phrasesPartenaire,
  type Suite,
} from '@passerelle/portal-kit';
import {
  Carte,
  Chiffre,
  EtatVide,
  MarqueDemonstration,
  MarquePartenaire,
  type Partenaire,
  Pastille,
  Squelette,
  Tableau,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { DecisionDuDossierFragment, DossierDeSeanceQuery } from '../../generated/graphql.js';
import { LectureImpossible } from '../../pages/lecture-impossible.js';
import { cheminEngagement } from '../../route.js';
import { AVANCEMENTS, cheminSeance, STATUTS_DECISION, TONS_DECISION } from '../libelles.js';
import { type ChiffreDuDossier, type EngagementDuDossier, phraseDeDecision } from './dossier.js';

type SeanceDuDossier = NonNullable<DossierDeSeanceQuery['seance']>;

export function OrdreDuJourDuDossier({ seance }: { seance: SeanceDuDossier }): ReactNode {
  const points = [...seance.points].sort((a, b) => a.rang - b.rang);
  return (
    <Carte
      titre="Ordre du jour"
      aside={
        <Pastille ton={seance.ordreDuJourArrete ? 'ok' : 'attention'}>
          {seance.ordreDuJourArrete ? 'arrêté' : 'projet'}
        </Pastille>
      }
    >
      {points.length === 0 ? (
        <EtatVide titre="Aucun point n’est encore proposé.">
          <a href={cheminSeance(seance.id)}>Proposer un point</a>
        </EtatVide>
      ) : (
        <ol className="s-points">
          {points.map(({ id, titre, duree, partenaire }) => (
            <li key={id}>
              <span>
                {titre}
                <small className="s-detail">
                  <MarquePartenaire partenaire={partenaireDuGraphe(partenaire)} />
                  {duree ? `, ${duree} minutes` : ''}
                </small>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Carte>
  );
}

export function DecisionsEnRetard({
  lecture,
  le,
}: {
  lecture: Suite<unknown, DecisionDuDossierFragment>;
  le: string;
}): ReactNode {
  return (
    <Carte titre="Décisions en retard">
      <ListeLue
        lecture={lecture}
        partenaire="etat"
        nom="décisions"
        vide={{
          titre: 'Aucune décision n’est en retard.',
          texte:
            'Les décisions dont l’échéance est passée, ni faites ni abandonnées, viendraient ici.',
        }}
      >
        {(decisions) => (
          <ul className="p-liste">
            {decisions.map((decision) => (
              <li key={decision.id}>
                <span>
                  {decision.texte}
                  <small>
                    <a href={`${cheminSeance(decision.seance.id)}#decision-${decision.numero}`}>
                      Décision {decision.numero} du {formaterDate(decision.seance.jour)}
                    </a>
                    . {phraseDeDecision(decision)}{' '}
                    {decision.demonstration && <MarqueDemonstration />}
                  </small>
                </span>
                <Pastille ton="alerte">
                  {decision.avancement ? AVANCEMENTS[decision.avancement] : 'rien n’est dit'}
                </Pastille>
              </li>
            ))}
          </ul>
        )}
      </ListeLue>
      <p className="p-pied">
        Source : <MarquePartenaire partenaire="etat" />, au {formaterDate(le)}.
      </p>
    </Carte>
  );
}

/** The houses whose part is missing, said once per card; the rest is there. */
function Absences({
  maisons,
  objet,
}: {
  maisons: readonly Partenaire[];
  objet: string;
}): ReactNode {
  return maisons.map((maison) => (
    <p key={maison} role="status">
      {phrasesPartenaire(maison).sujet} ne répond pas : {objet} manquent ici. L’affichage reprendra
      seul.
    </p>
  ));
}

export function ChiffresDuDossier({
  chiffres,
  lecture,
  absents,
}: {
  chiffres: readonly ChiffreDuDossier[];
  lecture: Lecture<unknown>;
  absents: readonly Partenaire[];
}): ReactNode {
  return (
    <Carte titre="Chiffres de l’arrondissement">
      {lecture.enCours && <Squelette libelle="Lecture des chiffres" lignes={4} />}
      {!lecture.enCours && lecture.erreur && chiffres.length === 0 && absents.length === 0 && (
        <LectureImpossible erreur={lecture.erreur} relancer={lecture.relancer} />
      )}
      <Absences maisons={absents} objet="ses chiffres" />
      {!lecture.enCours && chiffres.length === 0 && absents.length === 0 && !lecture.erreur && (
        <EtatVide titre="Aucun chiffre n’est communiqué pour ce territoire." />
      )}
      <div className="s-chiffres">
        {chiffres.map((chiffre) => (
          <Chiffre
            key={chiffre.cle}
            libelle={chiffre.libelle}
            valeur={chiffre.valeur}
            partenaire={chiffre.partenaire}
            methode={chiffre.methode}
            arreteLe={formaterDate(chiffre.arreteLe)}
            demonstration={chiffre.demonstration}
          />
        ))}
      </div>
    </Carte>
  );
}

export function EngagementsDuDossier({
  engagements,
  lecture,
  enCours,
  absents,
}: {
  engagements: readonly EngagementDuDossier[];
  lecture: Lecture<unknown>;
  enCours: boolean;
  absents: readonly Partenaire[];
}): ReactNode {
  const attente = enCours || lecture.enCours;
  return (
    <Carte titre="Engagements qui concernent ce territoire">
      {attente && <Squelette libelle="Lecture des engagements" lignes={4} />}
      {!attente && engagements.length === 0 && (
        <EtatVide titre="Aucune décision ouverte ne se rattache à un engagement.">
          <a href="/protocole">Lire les engagements</a>
        </EtatVide>
      )}
      {!attente && <Absences maisons={absents} objet="ses contributions" />}
      {engagements.length > 0 && (
        <ul className="p-liste">
          {engagements.map(({ code, libelle, pilote, decisions, enRetard, avancements }) => (
            <li key={code}>
              <span>
                <a href={cheminEngagement(code)}>
                  {code} {libelle}
                </a>
                <small>
                  Pilote : <MarquePartenaire partenaire={pilote} />.{' '}
                  {avancements.map(({ partenaire, phrase }) => (
                    <span key={partenaire}>
                      <MarquePartenaire partenaire={partenaire} /> : {phrase}.{' '}
                    </span>
                  ))}
                </small>
              </span>
              <small>
                {decisions > 1
                  ? `${decisions} décisions ouvertes`
                  : `${decisions} décision ouverte`}
                {enRetard > 0 && `, ${enRetard} en retard`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Carte>
  );
}

export function SeancePrecedente({
  precedente,
}: {
  precedente: SeanceDuDossier['precedente'] | null;
}): ReactNode {
  if (!precedente) {
    return (
      <Carte titre="Séance précédente">
        <EtatVide titre="Aucune séance n’a encore été tenue." />
      </Carte>
    );
  }
  const { releve, decisions } = precedente;
  return (
    <Carte
      titre={`Relevé de la séance du ${formaterDate(precedente.jour)}`}
      aside={
        <Pastille ton={releve?.figeLe ? 'ok' : 'attention'}>
          {releve?.figeLe ? 'figé' : releve ? 'à valider' : 'non écrit'}
        </Pastille>
      }
    >
      {releve ? (
        <div className="k-commentaire">{releve.texte}</div>
      ) : (
        <p>Ce relevé n’est pas encore écrit.</p>
      )}
      {decisions.nodes.length > 0 && (
        <Tableau
          legende={`Décisions de la séance du ${formaterDate(precedente.jour)}`}
          lignes={decisions.nodes}
          cleDe={({ id }) => id}
          colonnes={[
            {
              cle: 'texte',
              entete: 'Décision',
              titreDeLigne: true,
              rendu: ({ numero, texte }) => `${numero}. ${texte}`,
            },
            { cle: 'qui', entete: 'Responsable et échéance', rendu: phraseDeDecision },
            {
              cle: 'etat',
              entete: 'Où elle en est',
              rendu: (decision) => (
                <>
                  <Pastille ton={TONS_DECISION[decision.statut]}>
                    {STATUTS_DECISION[decision.statut]}
                  </Pastille>
                  <small className="s-detail">
                    {[
                      decision.avancement ? AVANCEMENTS[decision.avancement] : '',
                      decision.enRetard ? 'en retard' : '',
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </small>
                </>
              ),
            },
          ]}
        />
      )}
      <p className="p-pied">
        Source : <MarquePartenaire partenaire="etat" />.{' '}
        {releve?.figeLe && `Figé le ${formaterDate(releve.figeLe)}.`}{' '}
        <a href={cheminSeance(precedente.id)}>Ouvrir cette séance</a>
      </p>
    </Carte>
  );
}
