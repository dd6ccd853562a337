import {
  formaterDate,
  type IssueDeGeste,
  IssueDeGesteLue,
  nomPartenaire,
  partenaireDuGraphe,
  useBrouillonLocal,
  useLecture,
} from '@passerelle/portal-kit';
import { Bandeau, Bouton, Champ, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  type DecisionEnSeanceFragment,
  EngagementsPourDecisionDocument,
  EnregistrerDecisionDocument,
  ModifierDecisionDocument,
  type SujetDecision,
} from '../../generated/graphql.js';
import { SUJETS } from '../libelles.js';
import { useGesteDeSeance } from './geste-de-seance.js';
import { echeancesProposees, propositionsPour, sujetsDe } from './propositions.js';
import {
  LONGUEUR_DECISION,
  lireSaisieDeDecision,
  type SaisieDeDecision,
  saisieDeDecision,
} from './saisie-de-decision.js';
import type { VueDeSeance } from './vue-de-seance.js';

const MAISONS = ['ETAT', 'REGION', 'POLE_EMPLOI'] as const;

const TOUS_LES_SUJETS = [
  'ORIENTATION',
  'FORMATION_INITIALE',
  'APPRENTISSAGE',
  'FORMATION_CONTINUE',
  'ENTREPRISES',
  'MOBILITE',
  'AUTRE',
] as const;

const SANS_SUJET: SujetDecision[] = ['AUTRE'];

/**
 * Writes a decision. Only its text is typed: the house, the engagement, the subject and the due
 * date are proposed from the agenda, the protocol and the calendar.
 */
export function FormulaireDecision({
  vue: { seance, le, suspendu, relire },
  decision,
  onFini,
}: {
  vue: VueDeSeance;
  /** Null for a new one. */
  decision: DecisionEnSeanceFragment | null;
  onFini: (enregistree: boolean) => void;
}): ReactNode {
  const cle = decision?.id ?? seance.id;
  const brouillon = useBrouillonLocal(`decision:${cle}`, lireSaisieDeDecision);
  const [saisie, setSaisie] = useState<SaisieDeDecision>(
    () => brouillon.valeur ?? saisieDeDecision(decision),
  );
  const [point, setPoint] = useState('');
  const [essaye, setEssaye] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const enregistrer = useGesteDeSeance(
    EnregistrerDecisionDocument,
    seance.id,
    'Décision enregistrée.',
  );
  const modifier = useGesteDeSeance(ModifierDecisionDocument, seance.id, 'Décision modifiée.');
  const lecture = useLecture(EngagementsPourDecisionDocument, {}, { partenaires: ['etat'] });
  const engagements = lecture.donnees?.engagements ?? [];
  const pilotes = new Map(engagements.map(({ code, pilote }) => [code, pilote] as const));
  const formulaire = useRef<HTMLFormElement>(null);
  useEffect(() => formulaire.current?.querySelector('textarea')?.focus(), []);

  const changer = (changement: Partial<SaisieDeDecision>): void => {
    const suivante = { ...saisie, ...changement };
    setSaisie(suivante);
    brouillon.garder(suivante);
  };
  const choisirPoint = (id: string): void => {
    setPoint(id);
    const choisi = seance.points.find((un) => un.id === id) ?? null;
    if (!choisi) return;
    const { engagement, ...reste } = propositionsPour(choisi, pilotes);
    changer({ ...reste, engagement: engagement ?? '' });
  };
  const fermer = (enregistree = false): void => {
    brouillon.oublier();
    onFini(enregistree);
  };
  const texte = saisie.texte.trim();
  const erreur =
    texte === ''
      ? 'Écrivez ce qui est décidé.'
      : Array.from(texte).length > LONGUEUR_DECISION
        ? 'Raccourcissez ce texte.'
        : undefined;
  const envoyer = async (base: number): Promise<void> => {
    setEssaye(true);
    if (erreur !== undefined || enregistrer.enCours || modifier.enCours) return;
    const contenu = {
      texte,
      responsable: saisie.responsable,
      echeance: saisie.echeance || null,
      engagement: saisie.engagement || null,
      sujets: saisie.sujets.length > 0 ? [...saisie.sujets] : SANS_SUJET,
    };
    const suivante =
      decision === null
        ? await enregistrer.faire({ seance: seance.id, ...contenu })
        : await modifier.faire({ decision: decision.id, ...contenu, versionAttendue: base });
    setIssue(suivante);
    if (suivante.sorte === 'depassee') relire();
    if (suivante.sorte === 'fait') fermer(true);
  };

  const enConflit =
    issue?.sorte === 'depassee' && decision !== null && decision.version !== saisie.base;
  if (enConflit) {
    return (
      <div className="k-conflit">
        <Bandeau
          ton="attention"
          annonce="alerte"
          titre="Cette décision a changé pendant que vous écriviez."
        >
          Rien n’est perdu : comparez les deux versions et choisissez.
        </Bandeau>
        <div className="k-conflit__versions">
          <section aria-label="Version enregistrée entre-temps">
            <strong>Version enregistrée entre-temps</strong>
            <p>{decision.texte}</p>
          </section>
          <section aria-label="Votre saisie">
            <strong>Votre saisie</strong>
            <p>{saisie.texte}</p>
          </section>
        </div>
        <div className="p-actions">
          <Bouton
            variante="principal"
            onPress={() => {
              changer({ base: decision.version });
              void envoyer(decision.version);
            }}
          >
            Remplacer par ma saisie
          </Bouton>
          <Bouton onPress={() => fermer()}>Garder la version enregistrée</Bouton>
        </div>
      </div>
    );
  }
  const proposees = echeancesProposees(seance.jour, seance.instance.prochaineSeance?.jour ?? null);
  return (
    <form
      ref={formulaire}
      className="s-formulaire"
      aria-label={decision ? `Décision ${decision.numero}` : 'Nouvelle décision'}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer(saisie.base);
      }}
    >
      <IssueDeGesteLue issue={issue} />
      {decision !== null && decision.validations.length > 0 && (
        <p className="k-discret">
          Les validations déjà données portent sur le texte présent : le modifier les fera
          redemander.
        </p>
      )}
      {decision === null && seance.points.length > 0 && (
        <Selection
          libelle="Sur quel point"
          aide="Le responsable, l’engagement et le sujet en sont repris."
          valeur={point}
          onChange={choisirPoint}
          options={[
            { valeur: '', libelle: 'Hors ordre du jour' },
            ...[...seance.points]
              .sort((a, b) => a.rang - b.rang)
              .map(({ id, titre }) => ({ valeur: id, libelle: titre })),
          ]}
        />
      )}
      <Champ
        libelle="Ce qui est décidé"
        multiligne
        lignes={3}
        requis
        valeur={saisie.texte}
        onChange={(suivant) => {
          // The subject follows the words until the agent has chosen one.
          const deduits = sujetsDe(suivant);
          changer(
            saisie.sujets.length === 0 || saisie.sujetsDeduits
              ? {
                  texte: suivant,
                  ...(deduits.length > 0 && { sujets: deduits, sujetsDeduits: true }),
                }
              : { texte: suivant },
          );
        }}
        longueurMax={LONGUEUR_DECISION}
        erreur={essaye ? erreur : undefined}
      />
      <Selection
        libelle="Responsable"
        valeur={saisie.responsable}
        onChange={(responsable) => changer({ responsable })}
        options={MAISONS.map((valeur) => ({
          valeur,
          libelle: nomPartenaire(partenaireDuGraphe(valeur)),
        }))}
      />
      <Selection
        libelle="Engagement"
        valeur={saisie.engagement}
        onChange={(engagement) => {
          const pilote = pilotes.get(engagement);
          changer({ engagement, ...(pilote && point === '' && { responsable: pilote }) });
        }}
        options={[
          { valeur: '', libelle: 'Aucun' },
          ...engagements.map(({ code, libelle }) => ({
            valeur: code,
            libelle: `${code} ${libelle}`,
          })),
        ]}
      />
      <div>
        <Champ
          libelle="Échéance"
          type="date"
          valeur={saisie.echeance}
          onChange={(echeance) => changer({ echeance })}
        />
        <div className="p-actions">
          {proposees.map(({ jour, libelle }) => (
            <Bouton
              key={jour}
              variante="discret"
              onPress={() => changer({ echeance: jour })}
              aria-label={`Échéance ${libelle}, ${formaterDate(jour)}`}
            >
              {libelle}
            </Bouton>
          ))}
        </div>
      </div>
      <fieldset className="p-champ s-sujets">
        <legend>Sujet</legend>
        {seance.regle !== 'VOTE' && (
          <p className="p-champ__aide">
            L’orientation, la formation initiale et l’apprentissage demandent aussi la validation du
            recteur.
          </p>
        )}
        {TOUS_LES_SUJETS.map((sujet) => (
          <label key={sujet}>
            <input
              type="checkbox"
              checked={saisie.sujets.includes(sujet)}
              onChange={(evenement) =>
                changer({
                  sujetsDeduits: false,
                  sujets: evenement.target.checked
                    ? [...saisie.sujets, sujet]
                    : saisie.sujets.filter((un) => un !== sujet),
                })
              }
            />
            {SUJETS[sujet]}
          </label>
        ))}
      </fieldset>
      <div className="p-actions">
        <Bouton
          type="submit"
          variante="principal"
          enCours={enregistrer.enCours || modifier.enCours}
          desactive={suspendu}
        >
          {decision ? 'Enregistrer la modification' : 'Enregistrer la décision'}
        </Bouton>
        <Bouton variante="discret" onPress={() => fermer()}>
          Fermer sans enregistrer
        </Bouton>
      </div>
      <p className="k-discret">
        {brouillon.conserve
          ? `Votre saisie est gardée sur ce poste. Aujourd’hui : ${formaterDate(le)}.`
          : 'Ce navigateur refuse de garder votre saisie : enregistrez avant de quitter la page.'}
      </p>
    </form>
  );
}
