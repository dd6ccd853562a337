import {
  Emplacement,
  ExportsDeListe,
  formaterDate,
  type IssueDeGeste,
  IssueDeGesteLue,
  phrasesPartenaire,
  useAgent,
  useGeste,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  Dialogue,
  MarqueDemonstration,
  MarquePartenaire,
  PARTENAIRES,
  type Partenaire,
  Pastille,
  Squelette,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  AbandonnerAvenantDocument,
  type AvenantCompletFragment,
  type PageTexteQuery,
  ProposerAvenantDocument,
  PublierAvenantDocument,
} from '../generated/graphql.js';
import { direDuTexte, nomDuPassage } from './libelles-du-texte.js';
import { MotsCompares } from './mots-compares.js';
import { RedigerAvenant } from './rediger-avenant.js';
import { changementsEnTableau } from './texte-en-tableau.js';

const ETATS = {
  BROUILLON: { libelle: 'en rédaction', ton: 'neutre' },
  PROPOSE: { libelle: 'proposé aux trois maisons', ton: 'attention' },
  PUBLIE: { libelle: 'publié', ton: 'ok' },
  ABANDONNE: { libelle: 'abandonné', ton: 'neutre' },
} as const;

/** Passages made of words; the others are one value, compared at a glance. */
const TEXTES: readonly string[] = ['intitule', 'libelle', 'source'];

function direLeGenre(champ: string, avant: string): string {
  if (champ === 'retireLe') return 'retrait, l’engagement reste lisible';
  return avant === '' ? 'ajout' : 'changement';
}

/** One avenant: the text before and after, who validated it and when, and what may be done. */
export function FicheAvenant({
  avenant,
  engagements,
  enjeux,
  redige,
  relire,
}: {
  avenant: AvenantCompletFragment;
  engagements: NonNullable<PageTexteQuery['engagements']>;
  enjeux: NonNullable<PageTexteQuery['enjeux']>;
  redige: boolean;
  relire: () => void;
}): ReactNode {
  const maison = useAgent()?.partenaire ?? null;
  const { etat, empreinte, changements } = avenant;
  const ouvert = etat === 'BROUILLON' || etat === 'PROPOSE';
  return (
    <Carte
      titre={`${avenant.nature === 'TRANSCRIPTION' ? 'Transcription' : 'Avenant'} n° ${avenant.numero}`}
      aside={
        <>
          <Pastille ton={ETATS[etat].ton}>{ETATS[etat].libelle}</Pastille>
          {avenant.demonstration && <MarqueDemonstration />}
        </>
      }
    >
      <p>{avenant.objet}</p>
      {changements.length === 0 ? (
        <p>Il ne change encore rien au texte.</p>
      ) : (
        <>
          <Tableau
            legende={`Ce que change l’avenant n° ${avenant.numero}, avant et après`}
            lignes={changements}
            cleDe={({ sujet, champ }) => `${sujet} ${champ}`}
            colonnes={[
              {
                cle: 'sujet',
                entete: 'Passage',
                titreDeLigne: true,
                rendu: ({ sujet, champ }) => nomDuPassage(sujet, champ),
              },
              {
                cle: 'avant',
                entete: 'Avant',
                rendu: ({ champ, avant }) => direDuTexte(champ, avant) || 'rien',
              },
              {
                cle: 'apres',
                entete: 'Après',
                rendu: ({ champ, apres }) => direDuTexte(champ, apres),
              },
              {
                cle: 'mots',
                entete: 'Mot à mot',
                rendu: ({ champ, avant, apres }) =>
                  avant !== '' && TEXTES.includes(champ) ? (
                    <MotsCompares avant={avant} apres={apres} />
                  ) : (
                    direLeGenre(champ, avant)
                  ),
              },
            ]}
          />
          <ExportsDeListe
            nom={`avenant ${avenant.numero}, changements`}
            lire={() => changementsEnTableau(avenant)}
          />
        </>
      )}
      {etat !== 'BROUILLON' && <Validations avenant={avenant} />}
      {etat === 'PROPOSE' && maison !== null && (
        <Emplacement
          nom="avenant.validation"
          partenaire={maison}
          proprietes={{ avenant: avenant.id, empreinte }}
          attente={<Squelette libelle="Ouverture de votre validation" lignes={2} />}
        />
      )}
      {redige && ouvert && (
        <>
          <RedigerAvenant
            key={avenant.version}
            avenant={avenant}
            engagements={engagements}
            enjeux={enjeux}
            onFait={relire}
          />
          <ActesDuSecretariat avenant={avenant} relire={relire} />
        </>
      )}
      {avenant.publieLe !== null && (
        <p className="p-pied">Publié le {formaterDate(avenant.publieLe)}.</p>
      )}
    </Carte>
  );
}

/** Who validated this very text and when, told by each house itself. */
function Validations({ avenant }: { avenant: AvenantCompletFragment }): ReactNode {
  const validations: Readonly<Record<Partenaire, AvenantCompletFragment['validationEtat']>> = {
    etat: avenant.validationEtat,
    region: avenant.validationRegion,
    'pole-emploi': avenant.validationPoleEmploi,
  };
  return (
    <ul className="p-liste" aria-label="Validations des trois maisons">
      {PARTENAIRES.map((maison) => {
        const validation = validations[maison];
        const couvre = validation?.empreinte === avenant.empreinte;
        return (
          <li key={maison}>
            <MarquePartenaire partenaire={maison} />
            <span>
              {couvre && validation
                ? `validé le ${formaterDate(validation.le)}, par : ${validation.auteur}`
                : validation
                  ? `un texte d’avant, validé le ${formaterDate(validation.le)}, ne vaut plus`
                  : `en attente de la validation ${phrasesPartenaire(maison).de}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function ActesDuSecretariat({
  avenant,
  relire,
}: {
  avenant: AvenantCompletFragment;
  relire: () => void;
}): ReactNode {
  const proposer = useGeste(ProposerAvenantDocument, 'Avenant proposé', relire);
  const publier = useGeste(PublierAvenantDocument, 'Avenant publié', relire);
  const abandonner = useGeste(AbandonnerAvenantDocument, 'Avenant abandonné', relire);
  const [confirme, setConfirme] = useState<'publier' | 'abandonner' | null>(null);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const variables = { input: { avenant: avenant.id, versionAttendue: avenant.version } };
  const faire = async (geste: typeof proposer): Promise<void> => {
    const resultat = await geste.faire(variables);
    setConfirme(null);
    setIssue(resultat);
    if (resultat.sorte === 'depassee') relire();
  };
  const publie = confirme === 'publier';
  return (
    <>
      <IssueDeGesteLue issue={issue} />
      <div className="p-actions">
        {avenant.etat === 'BROUILLON' && avenant.changements.length > 0 && (
          <Bouton
            variante="principal"
            enCours={proposer.enCours}
            onPress={() => void faire(proposer)}
          >
            Proposer aux trois maisons
          </Bouton>
        )}
        {avenant.etat === 'PROPOSE' && avenant.manquantes.length === 0 && (
          <Bouton variante="principal" onPress={() => setConfirme('publier')}>
            Publier l’avenant
          </Bouton>
        )}
        <Bouton variante="discret" onPress={() => setConfirme('abandonner')}>
          Abandonner l’avenant
        </Bouton>
      </div>
      <Dialogue
        ouvert={confirme !== null}
        onFermer={() => setConfirme(null)}
        nature="alerte"
        titre={publie ? 'Publier cet avenant ?' : 'Abandonner cet avenant ?'}
        libelleFermer={publie ? 'Ne pas publier' : 'Le garder'}
        actions={
          <Bouton
            variante={publie ? 'principal' : 'danger'}
            enCours={publier.enCours || abandonner.enCours}
            onPress={() => void faire(publie ? publier : abandonner)}
          >
            {publie ? 'Publier l’avenant' : 'Abandonner l’avenant'}
          </Bouton>
        }
      >
        <p>
          {publie
            ? 'Chaque maison le portera sur son original. Le texte d’avant restera lisible.'
            : 'Il restera dans la liste, sans effet sur le texte.'}
        </p>
      </Dialogue>
    </>
  );
}
