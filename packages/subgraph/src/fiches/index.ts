import type { FichesDemonstration } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { Feature, FeatureDeps } from '../app/feature.js';
import { PROPRIETAIRE_DU_COMMUN } from '../app/proprietaire.js';
import { territoirePostgresReader } from '../territoires/index.js';
import { texteCommunPostgresReader } from '../texte-commun/index.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { FICHE_CODES, FICHE_REFUS } from './domain/fiche.errors.js';
import { autreFicheType } from './graphql/autre-fiche.types.js';
import { avisResolvers } from './graphql/avis.resolvers.js';
import { contributedFichesResolvers } from './graphql/contributed-fiches.resolvers.js';
import { ficheReferences } from './graphql/fiche.references.js';
import { ficheResolvers } from './graphql/fiche.resolvers.js';
import { ficheActsResolvers } from './graphql/fiche-acts.resolvers.js';
import { observationResolvers, otherHouses } from './graphql/observation.resolvers.js';
import { reponseResolvers } from './graphql/reponse.resolvers.js';
import { CreerAvis1795305600502 } from './postgres/avis.migration.js';
import { avisPostgresJournal, avisPostgresReader } from './postgres/avis.postgres.js';
import { CreerFiche1795305600500 } from './postgres/fiche.migration.js';
import { fichePostgresJournal } from './postgres/fiche.postgres-journal.js';
import { fichePostgresReader } from './postgres/fiche.postgres-reader.js';
import { ficheSeed } from './postgres/fiche.seed.js';
import { ValiderFiche1795406200501 } from './postgres/fiche-vie.migration.js';
import { fichesTrouvables } from './postgres/fiches-trouvables.js';
import { CreerObservation1795305600501 } from './postgres/observation.migration.js';
import {
  observationPostgresJournal,
  observationPostgresReader,
} from './postgres/observation.postgres.js';
import { SuivreObservation1795406200502 } from './postgres/observation-suite.migration.js';
import { avisSeed, observationSeed, reponseSeed } from './postgres/paroles.seed.js';
import { reponsePostgresJournal, reponsePostgresReader } from './postgres/reponse.postgres.js';
import { createFicheActs } from './use-cases/ecrire-fiche.js';
import { createEnregistrerAvis } from './use-cases/enregistrer-avis.js';
import { createObservationActs } from './use-cases/observer.js';
import { createRepondreObservation } from './use-cases/repondre.js';

/** The État is the secretariat of the instances: it alone keeps the social partners' opinions. */
const SECRETARIAT = PROPRIETAIRE_DU_COMMUN;

/**
 * What one house does for the engagements, fiche by fiche, and what it remarks of the others'.
 *
 * @param demonstration - what to record at first start, and the mark of what is written
 *   afterwards; null outside a demonstration
 * @param jour - the current civil day, Europe/Paris
 */
export function fiches(
  partenaire: Partenaire,
  demonstration: FichesDemonstration | null,
  jour: () => string,
): Feature {
  const isSecretariat = partenaire === SECRETARIAT;
  return {
    migrations: [
      CreerFiche1795305600500,
      CreerObservation1795305600501,
      ...(isSecretariat ? [CreerAvis1795305600502] : []),
      ValiderFiche1795406200501,
      SuivreObservation1795406200502,
    ],
    seeds: demonstration
      ? [
          ficheSeed(demonstration.fiches),
          observationSeed(demonstration.observations),
          reponseSeed(demonstration.reponses),
          ...(isSecretariat ? [avisSeed(demonstration.avis)] : []),
        ]
      : [],
    graph: (deps) => ({
      resolvers: resolversOf(partenaire, deps, { isDemonstration: demonstration !== null, jour }),
      // Nothing of this house leads to the others' fiches: they come by their key.
      orphanedTypes: otherHouses(partenaire).map(autreFicheType),
      references: ficheReferences(MAISONS[partenaire], fichePostgresReader),
    }),
    trouvables: [fichesTrouvables(partenaire)],
    codes: FICHE_CODES,
    refus: FICHE_REFUS,
  };
}

function resolversOf(
  partenaire: Partenaire,
  { database, actes }: FeatureDeps,
  { isDemonstration, jour }: { isDemonstration: boolean; jour: () => string },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const maison = MAISONS[partenaire];
  const reader = fichePostgresReader;
  return [
    ...ficheResolvers({
      maison,
      reader,
      texteCommun: texteCommunPostgresReader,
      territoires: territoirePostgresReader,
      jour,
    }),
    ...contributedFichesResolvers(maison, reader),
    ...ficheActsResolvers({
      maison,
      reader,
      acts: createFicheActs({
        maison: partenaire,
        journal: fichePostgresJournal({
          maison: partenaire,
          database,
          actes,
          demonstration: isDemonstration,
        }),
        jour,
      }),
    }),
    ...observationResolvers({
      maison,
      reader: observationPostgresReader,
      acts: createObservationActs({
        maison: partenaire,
        journal: observationPostgresJournal({ database, actes, demonstration: isDemonstration }),
      }),
    }),
    ...reponseResolvers({
      maison,
      reader: reponsePostgresReader,
      fiches: reader,
      territoires: territoirePostgresReader,
      repondre: createRepondreObservation({
        maison: partenaire,
        journal: reponsePostgresJournal({
          maison: partenaire,
          database,
          actes,
          demonstration: isDemonstration,
        }),
      }),
    }),
    ...(partenaire === SECRETARIAT
      ? avisResolvers({
          maison,
          reader: avisPostgresReader,
          fiches: reader,
          enregistrer: createEnregistrerAvis({
            maison: partenaire,
            journal: avisPostgresJournal(database, isDemonstration),
            jour,
          }),
        })
      : []),
  ];
}
