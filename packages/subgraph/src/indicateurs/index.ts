import type { MesureDemonstration } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { territoirePostgresReader } from '../territoires/index.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { catalogueDe } from './catalogue/index.js';
import { INDICATEUR_REFUS } from './domain/indicateur.errors.js';
import { contrePropositionTypes } from './graphql/contre-proposition.types.js';
import { importMutation } from './graphql/import.mutation.js';
import { indicateurMutations } from './graphql/indicateur.mutations.js';
import { indicateurReferences } from './graphql/indicateur.references.js';
import { indicateurResolvers } from './graphql/indicateur.resolvers.js';
import { lotsResolver } from './graphql/lots.resolver.js';
import { reponseResolvers } from './graphql/reponse.resolvers.js';
import { reponseTypes } from './graphql/reponse.types.js';
import { CreerContreProposition1795305600601 } from './postgres/contre-proposition.migration.js';
import {
  contrePropositionPostgresJournal,
  contrePropositionPostgresReader,
} from './postgres/contre-proposition.postgres.js';
import { CreerIndicateur1795305600600 } from './postgres/indicateur.migration.js';
import { indicateurPostgresJournal } from './postgres/indicateur.postgres-journal.js';
import { indicateurPostgresReader } from './postgres/indicateur.postgres-reader.js';
import { definitionsSeed, mesuresSeed } from './postgres/indicateur.seed.js';
import { DireLesCibles1795406200602 } from './postgres/indicateur-cible.migration.js';
import { indicateursTrouvables } from './postgres/indicateurs-trouvables.js';
import { RelireLesLots1795493000201 } from './postgres/lots-relus.migration.js';
import { GarderVersions1795406200601 } from './postgres/mesure-version.migration.js';
import { RepondreAuxContrePropositions1795406200301 } from './postgres/reponse.migration.js';
import {
  reactionsAuxContrePropositions,
  reponsePostgresJournal,
} from './postgres/reponse.postgres-journal.js';
import { reponsePostgresReader } from './postgres/reponse.postgres-reader.js';
import { createAnnulerImport } from './use-cases/annuler-import.js';
import { createImporterMesures } from './use-cases/importer-mesures.js';
import { createProposerMesure } from './use-cases/proposer-mesure.js';
import { createPublierMesures } from './use-cases/publier-mesures.js';
import { createRepondre } from './use-cases/repondre-contre-proposition.js';

/**
 * A house's indicators: definitions, values by territory and period with what must stay hidden,
 * and its counter-proposals beside the others' values.
 *
 * @param options.premieres - values to record at first start: sourced facts, and in a demonstration
 *   what is drawn beside them, marked as such
 * @param options.jour - civil day on which the portal opens
 * @param options.seuil - counts of persons below it are hidden
 */
export function indicateurs(
  partenaire: Partenaire,
  options: {
    readonly premieres: () => readonly MesureDemonstration[];
    readonly demonstration: boolean;
    readonly jour: () => string;
    readonly seuil: number;
  },
): Feature {
  const { premieres, demonstration, jour, seuil } = options;
  const maison = MAISONS[partenaire];
  const catalogue = catalogueDe(partenaire);
  const reader = indicateurPostgresReader;
  const contrePropositions = contrePropositionPostgresReader;
  return {
    migrations: [
      CreerIndicateur1795305600600,
      CreerContreProposition1795305600601,
      GarderVersions1795406200601,
      DireLesCibles1795406200602,
      RepondreAuxContrePropositions1795406200301,
      RelireLesLots1795493000201,
    ],
    seeds: [definitionsSeed(catalogue), mesuresSeed(catalogue, premieres, seuil)],
    graph: ({ database, actes }) => ({
      resolvers: [
        importMutation({
          maison,
          territoires: territoirePostgresReader,
          importer: createImporterMesures({
            journal: indicateurPostgresJournal(database, actes, seuil),
            demonstration,
          }),
          annuler: createAnnulerImport({
            journal: indicateurPostgresJournal(database, actes, seuil),
          }),
        }),
        ...indicateurResolvers({ maison, reader, territoires: territoirePostgresReader, jour }),
        lotsResolver(maison, reader),
        ...indicateurMutations({
          maison,
          reader,
          contrePropositions,
          publier: createPublierMesures({
            journal: indicateurPostgresJournal(database, actes, seuil),
            demonstration,
          }),
          proposer: createProposerMesure({
            maison: partenaire,
            journal: contrePropositionPostgresJournal(database, actes),
            seuil,
            demonstration,
          }),
        }),
        ...reponseResolvers({
          maison,
          reader: reponsePostgresReader,
          indicateurs: reader,
          repondre: createRepondre({
            maison: partenaire,
            journal: reponsePostgresJournal(partenaire, database, actes),
            demonstration,
          }),
        }),
      ],
      // Nothing here leads to the others' values: only their own house's answers do.
      orphanedTypes: [
        ...contrePropositionTypes(maison).valeursDesAutres,
        ...reponseTypes(maison).propositionsDesAutres,
      ].map(({ type }) => type),
      references: indicateurReferences(maison, reader, contrePropositions),
    }),
    reactions: reactionsAuxContrePropositions(partenaire),
    trouvables: [indicateursTrouvables(partenaire)],
    codes: ['CLE_IDEMPOTENCE_INVALIDE', 'DATE_INVALIDE'],
    refus: INDICATEUR_REFUS,
  };
}
