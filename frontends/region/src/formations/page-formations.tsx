import {
  cheminTerritoire,
  FiltreTerritoire,
  formaterNombre,
  ListeLue,
  modifierRecherche,
  setPage,
  useChemin,
  useListeEntiere,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  type ColonneTableau,
  EntetePage,
  MarqueDemonstration,
  MarquePartenaire,
  Recherche,
  Selection,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import {
  FormationsDocument,
  type FormationsQuery,
  NomsDesMetiersDocument,
} from '../generated/graphql.js';
import { aucunFiltre, ecrireFiltres, type FiltresFormations, lireFiltres } from './filtres.js';
import { LIBELLES_SECTEUR, SECTEURS } from './secteurs.js';
import { Sessions } from './sessions.js';

const TITRE = 'Formations';
const PAUSE_MS = 300;

export type FormationLue = NonNullable<FormationsQuery['formations']>['nodes'][number];

/** The region's training courses: searched, filtered, page by page; filters live in the address. */
export function PageFormations(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const filtres = lireFiltres(useChemin().recherche);
  const changer = (changement: Partial<FiltresFormations>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }));
  const lecture = useSuite(
    FormationsDocument,
    {
      recherche: filtres.recherche || null,
      territoire: filtres.territoire,
      secteur: filtres.secteur,
    },
    (donnees) => donnees.formations,
    { partenaires: ['region'] },
  );
  const noms = useNomsDesMetiers();
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            L’offre de formation de la région dans les secteurs en tension, par{' '}
            <MarquePartenaire partenaire="region" />.
          </p>
        }
      />
      <search className="k-filtres" aria-label="Filtrer les formations">
        <RechercheFormation
          valeur={filtres.recherche}
          onChange={(recherche) => changer({ recherche })}
        />
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
      </search>
      <ListeLue
        lecture={lecture}
        partenaire="region"
        nom="formations"
        vide={{
          titre: 'Aucune formation ne répond à ces critères.',
          texte: aucunFiltre(filtres)
            ? 'L’offre de la région apparaîtra ici dès son enregistrement.'
            : 'Élargissez le territoire ou retirez un filtre.',
          actions: aucunFiltre(filtres) ? undefined : (
            <Bouton onPress={() => changer({ recherche: '', territoire: null, secteur: null })}>
              Retirer tous les filtres
            </Bouton>
          ),
        }}
      >
        {(formations) => (
          <Tableau
            legende="Formations et leurs prochaines sessions"
            colonnes={colonnes(noms)}
            lignes={formations}
            cleDe={(formation) => formation.numeroOffre}
          />
        )}
      </ListeLue>
    </>
  );
}

/** Typed text goes to the address after a pause, so that one word is one question. */
function RechercheFormation({
  valeur,
  onChange,
}: {
  valeur: string;
  onChange: (valeur: string) => void;
}): ReactNode {
  const [texte, setTexte] = useState(valeur);
  const envoyer = useEffectEvent(onChange);
  useEffect(() => {
    if (texte.trim() === valeur) return;
    const pause = setTimeout(() => envoyer(texte), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [texte, valeur]);
  return (
    <Recherche
      libelle="Intitulé, organisme ou métier"
      libelleVisible
      valeur={texte}
      onChange={setTexte}
      onValider={onChange}
    />
  );
}

/** Names by ROME code, as far as Pôle emploi answers; a code without a name stays a code. */
function useNomsDesMetiers(): ReadonlyMap<string, string> {
  const lecture = useListeEntiere(NomsDesMetiersDocument, {}, (donnees) => donnees.metiers, {
    partenaires: ['pole-emploi'],
  });
  return new Map(lecture.elements.map(({ codeRome, libelle }) => [codeRome, libelle]));
}

function colonnes(noms: ReadonlyMap<string, string>): ColonneTableau<FormationLue>[] {
  return [
    {
      cle: 'intitule',
      entete: 'Formation',
      titreDeLigne: true,
      rendu: (formation) => (
        <>
          {formation.intitule}
          <small className="k-detail">
            {formation.organisme}
            {formation.certifiante && ', formation certifiante'}{' '}
            {formation.demonstration && <MarqueDemonstration />}
          </small>
        </>
      ),
    },
    {
      cle: 'metiers',
      entete: 'Métiers',
      rendu: (formation) => (
        <ul className="k-liste-nue">
          {formation.metiers.map(({ codeRome }) => (
            <li key={codeRome}>
              {noms.get(codeRome) ?? 'Métier'} <span className="k-code">{codeRome}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      cle: 'secteur',
      entete: 'Secteur',
      rendu: ({ secteur }) => (secteur ? LIBELLES_SECTEUR[secteur] : 'autre'),
    },
    {
      cle: 'lieu',
      entete: 'Lieu',
      rendu: ({ lieu }) => <a href={cheminTerritoire(lieu)}>{lieu.nom}</a>,
    },
    {
      cle: 'sessions',
      entete: 'Sessions ouvertes',
      rendu: (formation) => <Sessions formation={formation} />,
    },
    {
      cle: 'places',
      entete: 'Places restantes',
      numerique: true,
      rendu: ({ placesRestantes }) => formaterNombre(placesRestantes),
    },
  ];
}
