import { ecrireTerritoire, ListeLue, useSuite } from '@passerelle/portal-kit';
import { type ColonneTableau, Tableau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { TensionsDocument } from '../generated/graphql.js';
import { enTableau } from './en-tableau.js';
import { type FiltresTensions, variablesDe } from './filtres.js';
import { NiveauTension } from './niveau-tension.js';
import { grouperParMetier, type MetierEnTension } from './par-metier.js';
import { ProvenanceDeLaListe } from './provenance.js';
import { provenanceCommune } from './source-commune.js';

/** Several arrondissements: each métier once per level, with the places where it is so. */
export function ListeParMetier({
  filtres,
  vide,
}: {
  filtres: FiltresTensions;
  vide: { titre: string; texte: ReactNode; actions?: ReactNode };
}): ReactNode {
  const lecture = useSuite(TensionsDocument, variablesDe(filtres), (donnees) => donnees.tensions, {
    partenaires: ['pole-emploi'],
  });
  const metiers = grouperParMetier(lecture.elements);
  // The last métier read may go on in the next page: it is shown with it, whole.
  const entiers = lecture.aUneSuite && metiers.length > 1 ? metiers.slice(0, -1) : metiers;
  return (
    <ListeLue
      lecture={lecture}
      partenaire="pole-emploi"
      nom="métiers"
      affiches={entiers.length}
      exporter={({ elements }) => enTableau(elements)}
      vide={vide}
    >
      {(tensions) => {
        const provenance = provenanceCommune(tensions);
        return (
          <>
            {provenance && <ProvenanceDeLaListe provenance={provenance} />}
            <p className="pe-provenance">
              Choisissez un arrondissement pour lire ce qui rend le recrutement difficile.
            </p>
            <Tableau
              legende="Métiers et arrondissements, par niveau de tension"
              colonnes={provenance ? COLONNES : [...COLONNES, ANNEE]}
              lignes={entiers}
              cleDe={({ cle }) => cle}
              enteteCollante
            />
          </>
        );
      }}
    </ListeLue>
  );
}

const COLONNES: ColonneTableau<MetierEnTension>[] = [
  {
    cle: 'metier',
    entete: 'Métier',
    titreDeLigne: true,
    rendu: ({ libelle, codeRome }) => (
      <>
        {libelle} <span className="k-code">{codeRome}</span>
      </>
    ),
  },
  { cle: 'niveau', entete: 'Tension', rendu: ({ niveau }) => <NiveauTension niveau={niveau} /> },
  {
    cle: 'lieux',
    entete: 'Arrondissements',
    rendu: ({ arrondissements }) => (
      <ul className="pe-lieux">
        {arrondissements.map((arrondissement) => (
          <li key={arrondissement.code}>
            <a href={`/tensions?territoire=${ecrireTerritoire(arrondissement)}`}>
              {arrondissement.nom}
            </a>
          </li>
        ))}
      </ul>
    ),
  },
];

const ANNEE: ColonneTableau<MetierEnTension> = {
  cle: 'annee',
  entete: 'Année',
  numerique: true,
  rendu: ({ annee }) => annee,
};
