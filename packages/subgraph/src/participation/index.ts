import type { SeanceDemonstration } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { ClassType } from 'type-graphql';
import type { Feature } from '../app/feature.js';
import { CONTRIBUTION_CODES } from '../contributions/domain/contribution.errors.js';
import { territoirePostgresReader } from '../territoires/index.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { type ConnaissanceDesSeances, PAR_IDENTIFIANT_SEUL } from './domain/connaissance.js';
import { PARTICIPATION_REFUS } from './domain/participation.errors.js';
import { participationInputs } from './graphql/participation.inputs.js';
import { participationMutations } from './graphql/participation.mutations.js';
import { participationReferences } from './graphql/participation.references.js';
import { participationResolvers } from './graphql/participation.resolvers.js';
import {
  DecisionReference,
  participationTypes,
  SeanceReference,
} from './graphql/participation.types.js';
import { CreerParticipation1795305600400 } from './postgres/participation.migration.js';
import { participationPostgresJournal } from './postgres/participation.postgres-journal.js';
import { participationPostgresReader } from './postgres/participation.postgres-reader.js';
import { participationSeed } from './postgres/participation.seed.js';
import { createParticipationActs } from './use-cases/participer.js';

export type { ConnaissanceDesSeances } from './domain/connaissance.js';
export { parseDecisionId, parseSeanceId } from './domain/seance-id.js';
export { SUJETS_DU_RECTEUR } from './domain/titres.js';
export { AvancementSuite, TitreValidation } from './graphql/participation.enums.js';

/** The owner's classes and what it knows; every field of the room is added to those classes. */
export interface ProprietaireDesSeances {
  readonly seance: ClassType<{ readonly id: string }>;
  readonly decision: ClassType<{ readonly id: string }>;
  readonly connaissance: ConnaissanceDesSeances;
}

/**
 * What one house brings to a session and does about its decisions: items of the agenda,
 * agreements, validations, follow-ups. Each is a signed act, that the État's own room follows.
 *
 * @param demonstration - the sessions whose participations to record at first start, and the mark
 *   of what is written afterwards; null outside a demonstration
 * @param proprietaire - in the État's subgraph, its own sessions and decisions; null elsewhere,
 *   where a session is known by its identifier alone
 */
export function participation(
  partenaire: Partenaire,
  demonstration: (() => readonly SeanceDemonstration[]) | null,
  proprietaire: ProprietaireDesSeances | null = null,
): Feature {
  const maison = MAISONS[partenaire];
  const types = participationTypes(maison);
  return {
    migrations: [CreerParticipation1795305600400],
    seeds: demonstration ? [participationSeed(partenaire, demonstration)] : [],
    graph: ({ database, actes }) => {
      const journal = participationPostgresJournal({
        maison: partenaire,
        database,
        actes,
        demonstration: demonstration !== null,
      });
      return {
        resolvers: [
          ...participationResolvers({
            maison,
            types,
            reader: participationPostgresReader(partenaire),
            seance: proprietaire?.seance ?? SeanceReference,
            decision: proprietaire?.decision ?? DecisionReference,
          }),
          ...participationMutations({
            maison,
            types,
            inputs: participationInputs(maison),
            acts: createParticipationActs({ maison: partenaire, journal }),
            connaissance: proprietaire?.connaissance ?? PAR_IDENTIFIANT_SEUL,
            territoires: territoirePostgresReader,
          }),
        ],
        // No field of this subgraph gives one: they are reached by their keys alone.
        orphanedTypes: proprietaire ? [] : [SeanceReference, DecisionReference],
        references: proprietaire ? {} : participationReferences,
      };
    },
    codes: CONTRIBUTION_CODES.filter((code) => code === 'CLE_IDEMPOTENCE_INVALIDE'),
    refus: PARTICIPATION_REFUS,
  };
}
