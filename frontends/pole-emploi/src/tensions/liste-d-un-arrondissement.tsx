import { formaterDate, ListeLue, useListeEntiere } from '@passerelle/portal-kit';
import { type ColonneTableau, MarqueDemonstration, Tableau } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { TensionsDocument } from '../generated/graphql.js';
import { enTableau, type TensionLue } from './en-tableau.js';
import type { FiltresTensions } from './filtres.js';
import { LIBELLES_FACTEUR } from './libelles.js';
import { NiveauTension } from './niveau-tension.js';
import { trierParLibelle, trierParNiveau } from './par-metier.js';
import { ProvenanceDeLaListe } from './provenance.js';
import { provenanceCommune } from './source-commune.js';

const PAR_PAGE = 40;

/** Every métier of one arrondissement, with what makes recruiting hard there. */
export function ListeDUnArrondissement({
  filtres: { ordre, ...variables },
  vide,
}: {
  filtres: FiltresTensions;
  vide: { titre: string; texte: ReactNode; actions?: ReactNode };
}): ReactNode {
  const lecture = useListeEntiere(TensionsDocument, variables, (donnees) => donnees.tensions, {
    partenaires: ['pole-emploi'],
  });
  const { elements, erreurDeSuite } = lecture;
  const trier = ordre === 'metier' ? trierParLibelle<TensionLue> : trierParNiveau<TensionLue>;
  const triees = trier(elements);
  const cle = JSON.stringify([ordre, variables]);
  const [montre, setMontre] = useState({ cle, nombre: PAR_PAGE });
  const nombre = montre.cle === cle ? montre.nombre : PAR_PAGE;
  const montrees = triees.slice(0, nombre);
  return (
    <ListeLue
      lecture={{
        ...lecture,
        elements: montrees,
        aUneSuite: erreurDeSuite !== null || triees.length > montrees.length,
        afficherLaSuite: erreurDeSuite
          ? lecture.afficherLaSuite
          : () => setMontre({ cle, nombre: nombre + PAR_PAGE }),
      }}
      partenaire="pole-emploi"
      nom="tensions"
      total={erreurDeSuite ? undefined : triees.length}
      exporter={({ elements: toutes }) => enTableau(trier(toutes))}
      vide={vide}
    >
      {(tensions) => {
        const provenance = provenanceCommune(tensions);
        return (
          <>
            {provenance && <ProvenanceDeLaListe provenance={provenance} />}
            <Tableau
              legende="Tensions par métier"
              colonnes={provenance ? COLONNES : [...COLONNES, ...COLONNES_DE_PROVENANCE]}
              lignes={tensions}
              cleDe={(tension) => tension.id}
              enteteCollante
            />
          </>
        );
      }}
    </ListeLue>
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
    cle: 'facteurs',
    entete: 'Facteurs',
    rendu: ({ facteurs }) =>
      facteurs.length === 0
        ? 'aucun facteur marqué'
        : facteurs.map((facteur) => LIBELLES_FACTEUR[facteur]).join(', '),
  },
];

const COLONNES_DE_PROVENANCE: ColonneTableau<TensionLue>[] = [
  { cle: 'annee', entete: 'Année', numerique: true, rendu: ({ annee }) => annee },
  {
    cle: 'source',
    entete: 'Source',
    rendu: ({ source, arreteLe, demonstration }) => (
      <small className="k-detail">
        {source}, arrêté au {formaterDate(arreteLe)} {demonstration && <MarqueDemonstration />}
      </small>
    ),
  },
];
