import {
  ContrePropositions,
  type DefinitionLue,
  DOCUMENTS_D_INDICATEURS,
  direPeriode,
  direValeur,
  ExportsDeListe,
  ecrireTerritoire,
  FiltreTerritoire,
  formaterDate,
  jourDuPortail,
  lireTerritoire,
  modifierRecherche,
  useChemin,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Carte,
  EtatVide,
  MarqueDemonstration,
  type Partenaire,
  Squelette,
  Tableau,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { RegionDuPortailDocument } from '../generated/graphql.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { Cibles } from './cibles.js';
import { GraphiqueSerie } from './graphique-serie.js';
import { ProposerMesure } from './proposer-mesure.js';
import { RepondreAuxPropositions } from './repondre-aux-propositions.js';
import { serieEnTableau } from './serie-en-tableau.js';

/** The values of one territory, period after period, to the horizon of the protocol. */
export function SerieDuTerritoire({
  partenaire,
  indicateur,
  apresPublication,
}: {
  partenaire: Partenaire;
  indicateur: DefinitionLue;
  /** A value of this page was published again. */
  apresPublication: () => void;
}): ReactNode {
  const { recherche } = useChemin();
  const choisi = lireTerritoire(recherche.get('territoire'));
  const region = useLecture(RegionDuPortailDocument, {}, { pause: choisi !== null });
  const [laRegion] = region.donnees?.territoires?.nodes ?? [];
  const territoire = choisi ?? laRegion ?? null;
  const lecture = useLecture(
    DOCUMENTS_D_INDICATEURS[partenaire].serie,
    {
      code: indicateur.code,
      territoire: { code: territoire?.code ?? '', maille: territoire?.maille ?? 'REGION' },
    },
    { partenaires: [partenaire], pause: territoire === null },
  );
  const valeurs = lecture.donnees?.indicateur?.serie?.nodes ?? [];
  const { le } = jourDuPortail();
  return (
    <Carte titre="Dans le temps">
      <FiltreTerritoire
        valeur={choisi}
        onChange={(suivant) =>
          modifierRecherche({ territoire: suivant === null ? null : ecrireTerritoire(suivant) })
        }
      />
      {choisi === null && laRegion && <p>Toute la région : {laRegion.nom}.</p>}
      {lecture.enCours && <Squelette libelle="Lecture de la série" lignes={6} />}
      {!lecture.enCours && valeurs.length === 0 && lecture.erreur !== null && (
        <LectureImpossible erreur={lecture.erreur} relancer={lecture.relancer} />
      )}
      {!lecture.enCours && valeurs.length === 0 && lecture.erreur === null && (
        <EtatVide titre="Aucune valeur pour ce territoire.">
          {indicateur.attendu ??
            'Les valeurs apparaissent dès que la maison qui les produit les publie.'}
        </EtatVide>
      )}
      {!lecture.enCours && lecture.erreur === null && (
        <Cibles indicateur={indicateur} maille={territoire?.maille ?? 'REGION'} />
      )}
      {valeurs.length > 0 && (
        <>
          <GraphiqueSerie
            valeurs={valeurs}
            unite={indicateur.unite}
            cibles={territoire?.maille === 'REGION' ? indicateur.cibles : []}
          />
          <Tableau
            legende={`${indicateur.libelle}, période par période`}
            lignes={valeurs}
            cleDe={({ id }) => id}
            colonnes={[
              {
                cle: 'periode',
                entete: 'Période',
                titreDeLigne: true,
                rendu: ({ periode }) => direPeriode(periode),
              },
              {
                cle: 'valeur',
                entete: indicateur.unite,
                numerique: true,
                rendu: (valeur) => direValeur(valeur, '')?.trim() ?? 'non communiqué',
              },
              {
                cle: 'source',
                entete: 'Source et date',
                rendu: ({ source, dateValeur, demonstration }) => (
                  <span>
                    {source}, arrêté au {formaterDate(dateValeur)}.{' '}
                    {dateValeur > le && <small>Connu après le jour du portail. </small>}
                    {demonstration && <MarqueDemonstration />}
                  </span>
                ),
              },
              {
                cle: 'autres',
                entete: 'Contre-propositions',
                rendu: (valeur) => (
                  <span id={`valeur-${valeur.periode}`}>
                    <ContrePropositions valeur={valeur} />
                    {territoire && (
                      <RepondreAuxPropositions
                        proprietaire={partenaire}
                        territoire={territoire}
                        valeur={valeur}
                        apres={lecture.relancer}
                        apresPublication={() => {
                          lecture.relancer();
                          apresPublication();
                        }}
                      />
                    )}
                    <ProposerMesure
                      proprietaire={partenaire}
                      valeur={valeur}
                      apres={lecture.relancer}
                    />
                  </span>
                ),
              },
            ]}
          />
          {territoire && (
            <ExportsDeListe
              nom={`${indicateur.libelle}, série`}
              lire={() => serieEnTableau(partenaire, indicateur, territoire, valeurs)}
            />
          )}
        </>
      )}
    </Carte>
  );
}
