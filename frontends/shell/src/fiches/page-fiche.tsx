import {
  BoutonSuivre,
  cheminFiche,
  Emplacement,
  EtatDeFiche,
  formaterDate,
  jourDemande,
  phrasesPartenaire,
  useAgent,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  EntetePage,
  EtatVide,
  LienBouton,
  MarquePartenaire,
  type Partenaire,
  type Propriete,
  Proprietes,
  Squelette,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { dateDeReference, jourDeReference } from '../date-reference.js';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { cheminEngagement, cheminTerritoire } from '../route.js';
import { BudgetDeLaFiche, Etapes } from './etapes-et-budget.js';
import { Experimentation, Trajectoire } from './experimentation.js';
import { FICHES, type FicheDeLaPage } from './fiche-lue.js';
import { HistoriqueDeFiche } from './historique-de-fiche.js';
import { parolesAuJour } from './paroles-au-jour.js';
import { ParolesSurLaFiche } from './paroles-sur-la-fiche.js';
import { Variantes } from './variantes.js';

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
    { id, le: jourDemande() },
    { mouvements: (mouvement) => mouvement.nature === 'fiche' },
  );
  const lue = lecture.donnees?.fiche ?? null;
  const jour = jourDeReference();
  const fiche =
    lue === null || jourDemande() === null ? lue : parolesAuJour(lue, dateDeReference(), jour);
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
  const aUneTrajectoire = fiche.experimental || Boolean(fiche.prolonge);
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
        <div className={aUneTrajectoire ? undefined : 's-large'}>
          <Carte titre="Repères">
            <Proprietes elements={reperes(fiche)} />
          </Carte>
        </div>
        {aUneTrajectoire && (
          <div className="s-pile">
            {fiche.experimental && <Experimentation fiche={fiche} />}
            <Trajectoire fiche={fiche} />
          </div>
        )}
        <div className="s-large s-pile">
          <Etapes etapes={fiche.etapes} jour={jour} />
          <BudgetDeLaFiche lignes={fiche.budget} />
        </div>
        <Variantes fiche={fiche} jour={jour} />
        <ParolesSurLaFiche fiche={fiche} maison={maison} />
        <HistoriqueDeFiche key={id} maison={maison} id={id} />
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
  const le = jourDemande();
  return (
    <EtatVide
      titre={
        le === null
          ? 'Cette fiche n’existe pas, ou elle n’est pas publiée.'
          : `Cette fiche n’était pas publiée au ${formaterDate(le)}, ou elle n’existe pas.`
      }
      actions={<LienBouton href="/fiches">Voir les fiches action</LienBouton>}
    >
      <p>Une fiche se lit par tous une fois publiée par sa maison.</p>
    </EtatVide>
  );
}

/** Who reads it once published; said of the fiche, not to its writer. */
const LECTEURS: Readonly<Record<FicheDeLaPage['visibilite'], string>> = {
  MAISON: 'sa maison',
  PARTENAIRES: 'les agents des trois maisons et les partenaires sociaux',
  PUBLIC: 'tous',
};

function reperes(fiche: FicheDeLaPage): Propriete[] {
  const validation = fiche.vie.find(({ acte }) => acte === 'VALIDER');
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
      nom: 'Lue par',
      valeur: LECTEURS[fiche.visibilite],
    },
    ...(validation
      ? [
          {
            nom: 'Validée par',
            valeur: `${validation.auteur}, le ${formaterDate(validation.faitLe)}`,
          },
        ]
      : []),
    {
      nom: 'Publiée',
      valeur: fiche.publieLe ? `le ${formaterDate(fiche.publieLe)}` : 'pas encore',
    },
  ];
}
