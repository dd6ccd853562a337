import {
  formaterDate,
  type IssueDeGeste,
  IssueDeGesteLue,
  partenaireDuGraphe,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Dialogue,
  MarqueDemonstration,
  MarquePartenaire,
  Pastille,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { AnnulerDecisionDocument, type DecisionEnSeanceFragment } from '../../generated/graphql.js';
import { cheminEngagement } from '../../route.js';
import { AVANCEMENTS, STATUTS_DECISION, SUJETS, TONS_DECISION } from '../libelles.js';
import { FormulaireDecision } from './formulaire-decision.js';
import { useGesteDeSeance } from './geste-de-seance.js';
import type { ChangementFait } from './revenir-en-arriere.js';
import { SuitesDesMaisons } from './suites-des-maisons.js';
import { ValidationsDeDecision } from './validations-de-decision.js';
import { VoterLaDecision } from './vote-de-decision.js';
import type { VueDeSeance } from './vue-de-seance.js';

export function FicheDecision({
  decision,
  vue,
  ouverte,
  onChange,
}: {
  decision: DecisionEnSeanceFragment;
  vue: VueDeSeance;
  /** The session may still be written, by this reader. */
  ouverte: boolean;
  /** Something was changed that can be brought back. */
  onChange: (changement: ChangementFait) => void;
}): ReactNode {
  const [modifie, setModifie] = useState(false);
  const [vote, setVote] = useState(false);
  const { engagement, fonctionResponsable, echeance, statut } = decision;
  if (modifie) {
    return (
      <li>
        <FormulaireDecision
          vue={vue}
          decision={decision}
          onFini={(enregistree) => {
            setModifie(false);
            if (enregistree) {
              onChange(changement(decision, `Décision ${decision.numero} modifiée.`));
            }
          }}
        />
      </li>
    );
  }
  return (
    <li id={`decision-${decision.numero}`}>
      <h3>
        Décision {decision.numero}{' '}
        <Pastille ton={TONS_DECISION[statut]}>{STATUTS_DECISION[statut]}</Pastille>{' '}
        {decision.enRetard && <Pastille ton="alerte">en retard</Pastille>}{' '}
        {decision.demonstration && <MarqueDemonstration />}
      </h3>
      <p className="s-texte-decision">{decision.texte}</p>
      <p className="p-pied">
        Responsable : <MarquePartenaire partenaire={partenaireDuGraphe(decision.responsable)} />
        {fonctionResponsable && ` (${fonctionResponsable})`}.{' '}
        {echeance ? `Échéance : ${formaterDate(echeance)}.` : 'Sans échéance.'}{' '}
        {decision.sujets.length > 0 &&
          `Sujet : ${decision.sujets.map((sujet) => SUJETS[sujet].toLocaleLowerCase('fr')).join(', ')}. `}
        {engagement && (
          <>
            Engagement :{' '}
            <a href={cheminEngagement(engagement.code)}>
              {engagement.code} {engagement.libelle}
            </a>
            .{' '}
          </>
        )}
        {statut === 'ADOPTEE' &&
          decision.avancement &&
          `Avancement : ${AVANCEMENTS[decision.avancement]}.`}
      </p>
      <ValidationsDeDecision decision={decision} absents={vue.absents} />
      {statut === 'ADOPTEE' && <SuitesDesMaisons decision={decision} absents={vue.absents} />}
      {ouverte && vote && (
        <VoterLaDecision
          decision={decision}
          vue={vue}
          onFini={(enregistre) => {
            setVote(false);
            if (enregistre) {
              onChange(changement(decision, `Vote de la décision ${decision.numero} enregistré.`));
            }
          }}
        />
      )}
      {ouverte && !vote && statut !== 'ANNULEE' && (
        <div className="p-actions">
          {decision.regle === 'VOTE' && (
            <Bouton
              variante={decision.vote ? 'discret' : 'secondaire'}
              desactive={vue.suspendu}
              onPress={() => setVote(true)}
              aria-label={`${decision.vote ? 'Recompter' : 'Enregistrer'} le vote de la décision ${decision.numero}`}
            >
              {decision.vote ? 'Recompter le vote' : 'Enregistrer le vote'}
            </Bouton>
          )}
          <Bouton
            variante="discret"
            desactive={vue.suspendu}
            onPress={() => setModifie(true)}
            aria-label={`Modifier la décision ${decision.numero}`}
          >
            Modifier
          </Bouton>
          <AnnulerLaDecision decision={decision} vue={vue} onChange={onChange} />
        </div>
      )}
    </li>
  );
}

function changement(decision: DecisionEnSeanceFragment, phrase: string): ChangementFait {
  return { phrase, objet: 'DECISION', id: decision.id, avant: decision.version };
}

function AnnulerLaDecision({
  decision,
  vue: { seance, suspendu },
  onChange,
}: {
  decision: DecisionEnSeanceFragment;
  vue: VueDeSeance;
  onChange: (changement: ChangementFait) => void;
}): ReactNode {
  const [demande, setDemande] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(
    AnnulerDecisionDocument,
    seance.id,
    'Décision annulée.',
  );
  const annuler = async (): Promise<void> => {
    const suivante = await faire({ decision: decision.id, versionAttendue: decision.version });
    setIssue(suivante);
    if (suivante.sorte !== 'fait') return;
    setDemande(false);
    onChange(changement(decision, `Décision ${decision.numero} annulée.`));
  };
  return (
    <>
      <Bouton
        variante="discret"
        desactive={suspendu}
        onPress={() => setDemande(true)}
        aria-label={`Annuler la décision ${decision.numero}`}
      >
        Annuler
      </Bouton>
      <Dialogue
        ouvert={demande}
        onFermer={() => setDemande(false)}
        nature="alerte"
        titre={`Annuler la décision ${decision.numero} ?`}
        libelleFermer="Garder la décision"
        actions={
          <Bouton variante="danger" enCours={enCours} onPress={() => void annuler()}>
            Annuler la décision
          </Bouton>
        }
      >
        <IssueDeGesteLue issue={issue} />
        <p>Elle reste lisible, marquée annulée ; les validations données ne comptent plus.</p>
      </Dialogue>
    </>
  );
}
