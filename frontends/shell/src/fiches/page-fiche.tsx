import {
  BoutonSuivre,
  cheminFiche,
  Emplacement,
  EtatDeFiche,
  formaterDate,
  formaterNombre,
  LIBELLES_ISSUE,
  phrasesPartenaire,
  useAgent,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  type ColonneTableau,
  EntetePage,
  EtatVide,
  LienBouton,
  MarquePartenaire,
  type Partenaire,
  type Propriete,
  Proprietes,
  Squelette,
  Tableau,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { cheminEngagement, cheminTerritoire } from '../route.js';
import { FICHES, type FicheDeLaPage } from './fiche-lue.js';
import { ParolesSurLaFiche } from './paroles-sur-la-fiche.js';

/** One fiche action: what it is, what it becomes, what the others say of it. */
export function PageFiche({
  maison,
  id,
}: {
  maison: Partenaire;
  /** « region:fiche-12 ». */
  id: string;
}): ReactNode {
  const agent = useAgent();
  const lecture = useLecture(
    FICHES[maison],
    { id },
    { mouvements: (mouvement) => mouvement.nature === 'fiche' },
  );
  const fiche = lecture.donnees?.fiche ?? null;
  usePage(fiche?.titre ?? 'Fiche action');
  const fil = [{ libelle: 'Fiches action', href: '/fiches' }];
  if (fiche === null) {
    return (
      <>
        <EntetePage titre="Fiche action" fil={fil} />
        <SansFiche maison={maison} lecture={lecture} />
      </>
    );
  }
  return (
    <>
      <EntetePage
        titre={fiche.titre}
        fil={[
          ...fil,
          { libelle: fiche.engagement.code, href: cheminEngagement(fiche.engagement.code) },
        ]}
        chapo={
          <>
            <p className="s-maisons">
              Fiche de <MarquePartenaire partenaire={maison} /> <EtatDeFiche fiche={fiche} />
            </p>
            <p>{fiche.objet ?? 'Sans objet écrit.'}</p>
          </>
        }
        actions={
          <>
            <BoutonSuivre genre="FICHE" cle={fiche.id} nom="cette fiche action" />
            <Bouton onPress={() => window.print()}>Imprimer</Bouton>
          </>
        }
      />
      {agent?.partenaire && (
        <Emplacement
          nom="fiche.actes"
          partenaire={agent.partenaire}
          proprietes={{ fiche: id }}
          attente={null}
        />
      )}
      <div className="p-grille p-grille--2 s-fiche">
        <Carte titre="Repères">
          <Proprietes elements={reperes(fiche)} />
        </Carte>
        {fiche.experimental && <Experimentation fiche={fiche} />}
        <Carte titre="Étapes">
          {fiche.etapes.length === 0 ? (
            <p>Aucune étape n’est écrite.</p>
          ) : (
            <Tableau
              legende="Étapes"
              colonnes={ETAPES}
              lignes={fiche.etapes}
              cleDe={({ titre, echeance }) => `${titre} ${echeance ?? ''}`}
            />
          )}
        </Carte>
        <Carte titre="Budget">
          {fiche.budget.length === 0 ? (
            <p>Aucun budget propre.</p>
          ) : (
            <>
              <Tableau
                legende="Budget"
                colonnes={BUDGET}
                lignes={fiche.budget}
                cleDe={({ source, montantEuros }) => `${source} ${montantEuros}`}
              />
              <p>
                Total : <strong>{formaterNombre(fiche.budgetTotalEuros)} euros</strong>
              </p>
            </>
          )}
        </Carte>
        <Variantes fiche={fiche} />
        <ParolesSurLaFiche fiche={fiche} maison={maison} />
      </div>
    </>
  );
}

function SansFiche({
  maison,
  lecture,
}: {
  maison: Partenaire;
  lecture: ReturnType<typeof useLecture>;
}): ReactNode {
  if (lecture.enCours) return <Squelette libelle="Lecture de la fiche" forme="carte" lignes={8} />;
  if (lecture.manquants.includes(maison) || lecture.manques.some(({ absent }) => absent)) {
    return (
      <EtatVide titre={`${phrasesPartenaire(maison).sujet} ne répond pas.`}>
        <span role="status">La fiche s’affichera seule dès son retour.</span>
      </EtatVide>
    );
  }
  if (lecture.erreur) {
    return <LectureImpossible erreur={lecture.erreur} relancer={lecture.relancer} />;
  }
  return (
    <EtatVide
      titre="Cette fiche n’existe pas, ou elle n’est pas publiée."
      actions={<LienBouton href="/fiches">Voir les fiches action</LienBouton>}
    >
      <p>Une fiche se lit par tous une fois publiée par sa maison.</p>
    </EtatVide>
  );
}

function reperes(fiche: FicheDeLaPage): Propriete[] {
  return [
    {
      nom: 'Engagement',
      valeur: (
        <a href={cheminEngagement(fiche.engagement.code)}>
          {fiche.engagement.code} {fiche.engagement.libelle}
        </a>
      ),
    },
    {
      nom: 'Territoires',
      valeur: fiche.territoires.map((territoire, rang) => (
        <span key={`${territoire.maille}-${territoire.code}`}>
          {rang > 0 && ', '}
          <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>
        </span>
      )),
    },
    { nom: 'Début', valeur: fiche.debut ? formaterDate(fiche.debut) : 'non fixé' },
    { nom: 'Fin', valeur: fiche.fin ? formaterDate(fiche.fin) : 'non fixée' },
    ...(fiche.prolonge
      ? [
          {
            nom: 'Prolonge',
            valeur: (
              <>
                <a href={cheminFiche(fiche.prolonge.id)}>{fiche.prolonge.titre}</a>
                {fiche.prolonge.issue && ` (${LIBELLES_ISSUE[fiche.prolonge.issue]})`}
              </>
            ),
          },
        ]
      : []),
    ...(fiche.varianteDe
      ? [
          {
            nom: 'Variante de',
            valeur: <a href={cheminFiche(fiche.varianteDe.id)}>{fiche.varianteDe.titre}</a>,
          },
        ]
      : []),
    { nom: 'Écrite par', valeur: `${fiche.auteur}, le ${formaterDate(fiche.modifieLe)}` },
    {
      nom: 'Publiée',
      valeur: fiche.publieLe ? `le ${formaterDate(fiche.publieLe)}` : 'pas encore',
    },
  ];
}

function Experimentation({ fiche }: { fiche: FicheDeLaPage }): ReactNode {
  return (
    <Carte titre="Expérimentation">
      {fiche.evaluation ? (
        <>
          <h3>Évaluation du {formaterDate(fiche.evaluation.le)}</h3>
          <p className="k-commentaire">{fiche.evaluation.texte}</p>
        </>
      ) : (
        <p>
          {fiche.evaluationEnRetard
            ? 'L’expérimentation est finie et son évaluation manque.'
            : 'L’évaluation est attendue à la fin de l’expérimentation.'}
        </p>
      )}
      {fiche.issue ? (
        <>
          <h3>En 2024 : {LIBELLES_ISSUE[fiche.issue]}</h3>
          <p className="k-commentaire">{fiche.motifIssue}</p>
          {fiche.suite ? (
            <p>
              Suite : <a href={cheminFiche(fiche.suite.id)}>{fiche.suite.titre}</a>
            </p>
          ) : (
            fiche.issue !== 'ARRETEE' && <p>La fiche qui la prolonge n’est pas encore publiée.</p>
          )}
        </>
      ) : (
        <p>Ce qu’elle devient en 2024 n’est pas encore dit : généralisée, adaptée ou arrêtée.</p>
      )}
    </Carte>
  );
}

const ETAPES: ColonneTableau<FicheDeLaPage['etapes'][number]>[] = [
  { cle: 'titre', entete: 'Étape', titreDeLigne: true, rendu: ({ titre }) => titre },
  {
    cle: 'echeance',
    entete: 'Prévue le',
    rendu: ({ echeance }) => (echeance ? formaterDate(echeance) : 'à fixer'),
  },
  {
    cle: 'faite',
    entete: 'Faite le',
    rendu: ({ faiteLe }) => (faiteLe ? formaterDate(faiteLe) : 'pas encore'),
  },
];

const BUDGET: ColonneTableau<FicheDeLaPage['budget'][number]>[] = [
  { cle: 'source', entete: 'Source', titreDeLigne: true, rendu: ({ source }) => source },
  {
    cle: 'montant',
    entete: 'Montant (euros)',
    numerique: true,
    rendu: ({ montantEuros }) => formaterNombre(montantEuros),
  },
];

/** The same engagement answered otherwise elsewhere. */
function Variantes({ fiche }: { fiche: FicheDeLaPage }): ReactNode {
  const { nodes } = fiche.variantes;
  if (nodes.length === 0) return null;
  return (
    <Carte titre="Variantes par territoire">
      <ul className="p-liste">
        {nodes.map((variante) => (
          <li key={variante.id}>
            <span>
              <a href={cheminFiche(variante.id)}>{variante.titre}</a>
              <small>{variante.territoires.map(({ nom }) => nom).join(', ')}</small>
            </span>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
