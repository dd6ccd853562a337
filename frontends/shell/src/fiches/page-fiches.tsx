import {
  cheminFiche,
  EtatDeFiche,
  ExportsDeListe,
  FiltresGardes,
  formaterDate,
  jourDemande,
  ListeLue,
  modifierRecherche,
  nomPartenaire,
  useChemin,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  type ColonneTableau,
  EntetePage,
  MarquePartenaire,
  PARTENAIRES,
  type Partenaire,
  Tableau,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { jourDeReference } from '../date-reference.js';
import { usePage } from '../page.js';
import { cheminEngagement, cheminTerritoire } from '../route.js';
import { resumeDesEtapes } from './etapes.js';
import { type FicheListee, LISTES } from './fiche-listee.js';
import { lireFichesEnFichier } from './fiches-en-tableau.js';
import { FiltrerLesFiches } from './filtrer-les-fiches.js';
import {
  ecrireFiltres,
  type FiltresFiches,
  lireFiltres,
  SANS_FILTRE,
  variablesDe,
} from './filtres-fiches.js';

/** The fiches action of the three houses, each house in its own list: none waits for another. */
export function PageFiches(): ReactNode {
  usePage('Fiches action');
  const filtres = lireFiltres(useChemin().recherche);
  const changer = (changement: Partial<FiltresFiches>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }));
  const maisons = filtres.maison ? [filtres.maison] : PARTENAIRES;
  return (
    <>
      <EntetePage
        titre="Fiches action"
        chapo={
          <p>
            Ce que chaque maison fait pour les engagements, étape par étape ; les expérimentations
            s’évaluent, puis sont généralisées, adaptées ou arrêtées en 2024.
          </p>
        }
      />
      <FiltrerLesFiches filtres={filtres} changer={changer} />
      <FiltresGardes />
      {maisons.map((maison) => (
        <FichesDeLaMaison
          key={maison}
          maison={maison}
          filtres={filtres}
          onToutRetirer={() => modifierRecherche(ecrireFiltres(SANS_FILTRE))}
        />
      ))}
      <ExportsDeListe
        nom="fiches action"
        lire={(suivi) =>
          lireFichesEnFichier(
            maisons,
            variablesDe(filtres, jourDeReference(), jourDemande()),
            suivi,
          )
        }
      />
    </>
  );
}

function FichesDeLaMaison({
  maison,
  filtres,
  onToutRetirer,
}: {
  maison: Partenaire;
  filtres: FiltresFiches;
  onToutRetirer: () => void;
}): ReactNode {
  const lecture = useSuite(
    LISTES[maison],
    variablesDe(filtres, jourDeReference(), jourDemande()),
    (donnees) => donnees.fiches,
    {
      partenaires: [maison],
      mouvements: (mouvement) => mouvement.nature === 'fiche',
    },
  );
  return (
    <section className="s-fiches" aria-labelledby={`fiches-${maison}`}>
      <h2 id={`fiches-${maison}`}>
        <MarquePartenaire partenaire={maison} />
      </h2>
      <ListeLue
        lecture={lecture}
        partenaire={maison}
        nom="fiches"
        vide={{
          titre: 'Aucune fiche ne répond à ces filtres.',
          texte: 'Retirez un filtre pour voir les autres.',
          actions: <Bouton onPress={onToutRetirer}>Retirer tous les filtres</Bouton>,
        }}
      >
        {(fiches) => (
          <Tableau
            legende={`Fiches action : ${nomPartenaire(maison)}`}
            colonnes={colonnesDe(jourDeReference())}
            lignes={fiches}
            cleDe={({ id }) => id}
            enteteCollante
          />
        )}
      </ListeLue>
    </section>
  );
}

/** @param jour - civil day from which a step not done is late */
const colonnesDe = (jour: string): ColonneTableau<FicheListee>[] => [
  {
    cle: 'titre',
    entete: 'Fiche',
    titreDeLigne: true,
    rendu: (fiche) => <a href={cheminFiche(fiche.id)}>{fiche.titre}</a>,
  },
  {
    cle: 'engagement',
    entete: 'Engagement',
    rendu: ({ engagement }) => (
      <a href={cheminEngagement(engagement.code)} title={engagement.libelle}>
        {engagement.code}
      </a>
    ),
  },
  { cle: 'etat', entete: 'État', rendu: (fiche) => <EtatDeFiche fiche={fiche} /> },
  {
    cle: 'etapes',
    entete: 'Étapes faites',
    rendu: ({ etapes }) => resumeDesEtapes(etapes, jour) ?? 'aucune étape',
  },
  {
    cle: 'fin',
    entete: 'Fin',
    rendu: ({ fin }) => (fin ? formaterDate(fin) : 'non fixée'),
  },
  {
    cle: 'territoires',
    entete: 'Territoires',
    rendu: ({ territoires }) =>
      territoires.map((territoire, rang) => (
        <span key={`${territoire.maille}-${territoire.code}`}>
          {rang > 0 && ', '}
          <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>
        </span>
      )),
  },
];
