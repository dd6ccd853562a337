import {
  cheminTerritoire,
  formaterNombre,
  ListeLue,
  useListeEntiere,
  useSuite,
} from '@passerelle/portal-kit';
import { type ColonneTableau, MarqueDemonstration, Tableau } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { FormationsDocument } from '../generated/graphql.js';
import { choisir } from './choisir.js';
import { enTableau, type NomsDesMetiers } from './en-tableau.js';
import type { FiltresFormations } from './filtres.js';
import type { FormationLue } from './formation-lue.js';
import { LIBELLES_SECTEUR } from './secteurs.js';
import { Sessions } from './sessions.js';

const PAR_PAGE = 20;
const PAR_LECTURE = 100;

export interface ProprietesListe {
  filtres: FiltresFormations;
  noms: NomsDesMetiers;
  vide: { titre: string; texte: ReactNode; actions?: ReactNode };
}

const variables = ({ recherche, territoire, secteur }: FiltresFormations) => ({
  recherche: recherche || null,
  territoire,
  secteur,
});

/** The courses as the house gives them, one page at a time. */
export function ListeParPages({ filtres, noms, vide }: ProprietesListe): ReactNode {
  const lecture = useSuite(
    FormationsDocument,
    { ...variables(filtres), first: PAR_PAGE },
    (donnees) => donnees.formations,
    { partenaires: ['region'] },
  );
  return (
    <ListeLue
      lecture={lecture}
      partenaire="region"
      nom="formations"
      exporter={({ elements }) => enTableau(elements, noms)}
      vide={vide}
    >
      {(formations) => <TableauFormations formations={formations} noms={noms.parCode} />}
    </ListeLue>
  );
}

/** All the courses, read to the end, then chosen and ordered; shown little by little. */
export function ListeComplete({ filtres, noms, vide }: ProprietesListe): ReactNode {
  const lecture = useListeEntiere(
    FormationsDocument,
    { ...variables(filtres), first: PAR_LECTURE },
    (donnees) => donnees.formations,
    { partenaires: ['region'] },
  );
  const choisies = choisir(lecture.elements, filtres);
  const cle = JSON.stringify(filtres);
  const [montre, setMontre] = useState({ cle, nombre: PAR_PAGE });
  const nombre = montre.cle === cle ? montre.nombre : PAR_PAGE;
  const montrees = choisies.slice(0, nombre);
  const erreur = lecture.erreurDeSuite !== null;
  return (
    <ListeLue
      lecture={{
        ...lecture,
        elements: montrees,
        aUneSuite: erreur || choisies.length > montrees.length,
        afficherLaSuite: erreur
          ? lecture.afficherLaSuite
          : () => setMontre({ cle, nombre: nombre + PAR_PAGE }),
      }}
      partenaire="region"
      nom="formations"
      total={erreur ? undefined : choisies.length}
      exporter={({ elements }) => enTableau(choisir(elements, filtres), noms)}
      vide={vide}
    >
      {(formations) => <TableauFormations formations={formations} noms={noms.parCode} />}
    </ListeLue>
  );
}

function TableauFormations({
  formations,
  noms,
}: {
  formations: readonly FormationLue[];
  noms: ReadonlyMap<string, string>;
}): ReactNode {
  const toutesDeDemonstration = formations.every(({ demonstration }) => demonstration);
  return (
    <>
      {toutesDeDemonstration && (
        <p>
          <MarqueDemonstration>offres de démonstration</MarqueDemonstration>
        </p>
      )}
      <Tableau
        legende="Formations et leurs prochaines sessions"
        colonnes={colonnes(noms, !toutesDeDemonstration)}
        lignes={formations}
        cleDe={(formation) => formation.numeroOffre}
        enteteCollante
      />
    </>
  );
}

function colonnes(
  noms: ReadonlyMap<string, string>,
  marquer: boolean,
): ColonneTableau<FormationLue>[] {
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
            {marquer && formation.demonstration && <MarqueDemonstration />}
          </small>
        </>
      ),
    },
    {
      cle: 'metiers',
      entete: 'Métiers et secteur',
      rendu: ({ metiers, secteur }) => (
        <>
          <ul className="k-liste-nue">
            {metiers.map(({ codeRome }) => (
              <li key={codeRome}>
                {noms.get(codeRome) ?? 'Métier'} <span className="k-code">{codeRome}</span>
              </li>
            ))}
          </ul>
          <small className="k-detail">
            {secteur ? LIBELLES_SECTEUR[secteur] : 'Autre secteur'}
          </small>
        </>
      ),
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
