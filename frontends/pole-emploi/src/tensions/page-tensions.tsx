import {
  cheminTerritoire,
  FiltreTerritoire,
  formaterDate,
  ListeLue,
  lireRegistre,
  modifierRecherche,
  setPage,
  useChemin,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  type ColonneTableau,
  EntetePage,
  MarqueDemonstration,
  MarquePartenaire,
  Selection,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { TensionsDocument, type TensionsQuery } from '../generated/graphql.js';
import { derniereAnnee, ecrireFiltres, type FiltresTensions, lireFiltres } from './filtres.js';
import {
  LIBELLES_FACTEUR,
  LIBELLES_SECTEUR,
  libelleNiveau,
  NIVEAUX,
  SECTEURS,
} from './libelles.js';
import { NiveauTension } from './niveau-tension.js';

const TITRE = 'Métiers en tension';

type TensionLue = NonNullable<TensionsQuery['tensions']>['nodes'][number];

/** Tensions by métier and territory: filtered, page by page; filters live in the address. */
export function PageTensions(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const [derniere] = useState(() => derniereAnnee(lireRegistre().dateDonnees, new Date()));
  const filtres = lireFiltres(useChemin().recherche, derniere);
  const changer = (changement: Partial<FiltresTensions>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }, derniere));
  const lecture = useSuite(TensionsDocument, { ...filtres }, (donnees) => donnees.tensions, {
    partenaires: ['pole-emploi'],
  });
  const annees = [derniere, derniere - 1, derniere - 2];
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            Difficulté à recruter dans les secteurs du protocole, de 1 (faible) à 5 (très forte),
            par <MarquePartenaire partenaire="pole-emploi" />.
          </p>
        }
      />
      <search className="k-filtres" aria-label="Filtrer les tensions">
        <FiltreTerritoire
          valeur={filtres.territoire}
          onChange={(territoire) => changer({ territoire })}
        />
        <Selection
          libelle="Secteur"
          valeur={filtres.secteur ?? ''}
          onChange={(choisi) => changer({ secteur: SECTEURS.find((s) => s === choisi) ?? null })}
          options={[
            { valeur: '', libelle: 'Tous les secteurs' },
            ...SECTEURS.map((secteur) => ({ valeur: secteur, libelle: LIBELLES_SECTEUR[secteur] })),
          ]}
        />
        <Selection
          libelle="Année"
          valeur={filtres.annee === null ? '' : String(filtres.annee)}
          onChange={(choisie) => changer({ annee: choisie === '' ? null : Number(choisie) })}
          options={[
            ...annees.map((annee) => ({ valeur: String(annee), libelle: String(annee) })),
            { valeur: '', libelle: 'Toutes les années' },
          ]}
        />
        <Selection
          libelle="Niveau"
          valeur={filtres.niveauMin === null ? '' : String(filtres.niveauMin)}
          onChange={(choisi) => changer({ niveauMin: choisi === '' ? null : Number(choisi) })}
          options={[
            { valeur: '', libelle: 'Tous les niveaux' },
            ...NIVEAUX.slice(1).map((niveau) => ({
              valeur: String(niveau),
              libelle: niveau === 5 ? 'très forte' : `${libelleNiveau(niveau)} ou plus`,
            })),
          ]}
        />
      </search>
      <ListeLue
        lecture={lecture}
        partenaire="pole-emploi"
        nom="tensions"
        vide={{
          titre: 'Aucune tension ne répond à ces critères.',
          texte:
            'Les tensions sont observées par arrondissement : élargissez le territoire, l’année ou le niveau.',
          actions: (
            <Bouton
              onPress={() =>
                changer({ territoire: null, secteur: null, annee: derniere, niveauMin: null })
              }
            >
              Retirer tous les filtres
            </Bouton>
          ),
        }}
      >
        {(tensions) => (
          <Tableau
            legende="Tensions par métier et territoire"
            colonnes={COLONNES}
            lignes={tensions}
            cleDe={(tension) => tension.id}
          />
        )}
      </ListeLue>
    </>
  );
}

const COLONNES: ColonneTableau<TensionLue>[] = [
  {
    cle: 'metier',
    entete: 'Métier',
    titreDeLigne: true,
    rendu: ({ metier }) => (
      <>
        {metier.libelle} <span className="k-code">{metier.codeRome}</span>
      </>
    ),
  },
  { cle: 'niveau', entete: 'Tension', rendu: ({ niveau }) => <NiveauTension niveau={niveau} /> },
  {
    cle: 'territoire',
    entete: 'Territoire',
    rendu: ({ territoire }) => <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>,
  },
  {
    cle: 'facteurs',
    entete: 'Facteurs',
    rendu: ({ facteurs }) =>
      facteurs.length === 0
        ? 'aucun facteur marqué'
        : facteurs.map((facteur) => LIBELLES_FACTEUR[facteur]).join(', '),
  },
  { cle: 'annee', entete: 'Année', numerique: true, rendu: ({ annee }) => annee },
  {
    cle: 'source',
    entete: 'Source',
    rendu: ({ source, arreteLe, demonstration }) => (
      <>
        {source}
        <small className="k-detail">
          arrêté au {formaterDate(arreteLe)} {demonstration && <MarqueDemonstration />}
        </small>
      </>
    ),
  },
];
