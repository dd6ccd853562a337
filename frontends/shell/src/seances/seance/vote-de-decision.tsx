import { formaterLe, type IssueDeGeste, IssueDeGesteLue } from '@passerelle/portal-kit';
import { Bouton, Champ, GroupeRadio } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  type DecisionEnSeanceFragment,
  type SensVote,
  VoterDecisionDocument,
} from '../../generated/graphql.js';
import { direIssue, direQuorum, issueDuVote, lireVoix, REGLE_DU_VOTE } from './compte-des-voix.js';
import { useGesteDeSeance } from './geste-de-seance.js';
import type { VueDeSeance } from './vue-de-seance.js';

const SENS = { POUR: 'pour', CONTRE: 'contre' } as const;

/** The result of a vote and the rule that gave it, or what is missing to hold it. */
export function VoteDeDecision({ decision }: { decision: DecisionEnSeanceFragment }): ReactNode {
  const { vote, statut, numero } = decision;
  if (statut === 'ANNULEE') return null;
  if (!vote) return <p className="p-pied">En attente du vote. {REGLE_DU_VOTE}</p>;
  const { pour, contre, abstentions, voixPreponderante } = vote;
  return (
    <section aria-label={`Vote de la décision ${numero}`}>
      <p>
        <strong>
          {statut === 'ADOPTEE' ? 'Adoptée' : 'Rejetée'} : {pour} pour, {contre} contre,{' '}
          {abstentions} {abstentions > 1 ? 'abstentions' : 'abstention'}.
        </strong>{' '}
        {voixPreponderante
          ? `À égalité, la voix prépondérante du représentant de l’État a départagé : ${SENS[voixPreponderante]}.`
          : 'À la majorité des voix exprimées.'}
      </p>
      <p className="p-pied">
        {REGLE_DU_VOTE} Vote enregistré par {vote.auteur}, {formaterLe(vote.le)}.
      </p>
    </section>
  );
}

/** Counts the votes of who is there; what the count gives is said as it is typed. */
export function VoterLaDecision({
  decision,
  vue: { seance, suspendu },
  onFini,
}: {
  decision: DecisionEnSeanceFragment;
  vue: VueDeSeance;
  onFini: (vote: boolean) => void;
}): ReactNode {
  const quorum = seance.quorum ?? null;
  const [pour, setPour] = useState(decision.vote ? String(decision.vote.pour) : '');
  const [contre, setContre] = useState(decision.vote ? String(decision.vote.contre) : '');
  const [abstentions, setAbstentions] = useState(String(decision.vote?.abstentions ?? 0));
  const [sens, setSens] = useState<SensVote | null>(null);
  const [essaye, setEssaye] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(VoterDecisionDocument, seance.id, 'Vote enregistré.');
  if (quorum === null) return null;
  const compte = {
    pour: lireVoix(pour),
    contre: lireVoix(contre),
    abstentions: lireVoix(abstentions),
    voixRepresentantEtat: sens,
  };
  const resultat = issueDuVote(compte, quorum);
  const egalite =
    compte.pour !== null && compte.pour > 0 && compte.pour === compte.contre && quorum.atteint;
  const voter = async (): Promise<void> => {
    setEssaye(true);
    if (enCours || (resultat.sorte !== 'adoptee' && resultat.sorte !== 'rejetee')) return;
    const suivante = await faire({
      decision: decision.id,
      pour: compte.pour ?? 0,
      contre: compte.contre ?? 0,
      abstentions: compte.abstentions ?? 0,
      voixRepresentantEtat: egalite ? sens : null,
      versionAttendue: decision.version,
    });
    setIssue(suivante);
    if (suivante.sorte === 'fait') onFini(true);
  };
  const erreur = (lue: number | null): string | undefined =>
    essaye && lue === null ? 'Écrivez un nombre entier de voix.' : undefined;
  return (
    <form
      className="s-formulaire"
      aria-label={`Vote de la décision ${decision.numero}`}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void voter();
      }}
    >
      <IssueDeGesteLue issue={issue} />
      <p>{direQuorum(quorum)}</p>
      <p className="p-pied">
        Votent :{' '}
        {seance.presences
          .filter(({ present, voix }) => present && voix)
          .map(({ fonction }) => fonction)
          .join(', ') || 'personne'}
        .
      </p>
      <div className="s-voix">
        <Champ
          libelle="Voix pour"
          type="number"
          requis
          valeur={pour}
          onChange={setPour}
          erreur={erreur(compte.pour)}
        />
        <Champ
          libelle="Voix contre"
          type="number"
          requis
          valeur={contre}
          onChange={setContre}
          erreur={erreur(compte.contre)}
        />
        <Champ
          libelle="Abstentions"
          type="number"
          requis
          valeur={abstentions}
          onChange={setAbstentions}
          erreur={erreur(compte.abstentions)}
        />
      </div>
      {egalite && (
        <GroupeRadio
          libelle="Voix prépondérante du représentant de l’État"
          valeur={sens}
          onChange={setSens}
          enLigne
          options={[
            { valeur: 'POUR', libelle: 'Pour' },
            { valeur: 'CONTRE', libelle: 'Contre' },
          ]}
          erreur={
            essaye && sens === null ? 'Indiquez le sens de cette voix : elle décide.' : undefined
          }
        />
      )}
      <p role="status">{direIssue(resultat, quorum)}</p>
      <div className="p-actions">
        <Bouton
          type="submit"
          variante="principal"
          enCours={enCours}
          desactive={suspendu || !quorum.atteint}
        >
          Enregistrer le vote
        </Bouton>
        <Bouton variante="discret" onPress={() => onFini(false)}>
          Fermer sans voter
        </Bouton>
      </div>
    </form>
  );
}
