// Before any decorated class: type-graphql and TypeORM look for it when a decorator runs.
import 'reflect-metadata';

export type { Acte, ActeNouveau, JournalDesActes, Reaction } from './actes/domain/acte.js';
export {
  type ErreurDuGraphe,
  type GrapheDeService,
  GrapheInjoignable,
  type ReponseDuGraphe,
} from './actes/domain/graphe-de-service.js';
export {
  createSubgraph,
  type Subgraph,
  type SubgraphLog,
  type SubgraphOptions,
} from './app/create-subgraph.js';
export type { Feature, FeatureDeps, Tache } from './app/feature.js';
export { jourAParis, jourCourant } from './app/jour-courant.js';
export { printSubgraph } from './app/print-subgraph.js';
export { runSubgraph } from './app/run-subgraph.js';
export {
  avenants,
  NATURE_PROPOSE,
  NATURE_PUBLIE,
  NatureAvenant,
  type ProprietaireAvenant,
  texteSchema,
  type ValidationAvenant,
  validationsAvenant,
} from './avenants/index.js';
export { readSubgraphConfig, type SubgraphConfig } from './config/subgraph-config.js';
export { parseCleIdempotence } from './contributions/domain/cle-idempotence.js';
export { contributions } from './contributions/index.js';
export { appendOnly } from './database/append-only.js';
export type { Database } from './database/database.js';
export type { SqlReader, SqlValue } from './database/sql-reader.js';
export { type SqlWriter, sqlWriterOf } from './database/sql-writer.js';
export { dossier } from './dossier/index.js';
export { ExposedError } from './errors/exposed-error.js';
export { fiches } from './fiches/index.js';
export { requireRight } from './identity/guards.js';
export { indicateurs } from './indicateurs/index.js';
export { lettre } from './lettre/index.js';
export { liveQuery } from './outbox/live-query.js';
export { type Connection, toConnection } from './pagination/connection.js';
export { connectionOf, PageArgs } from './pagination/connection.types.js';
export { type CursorCodec, createCursorCodec } from './pagination/cursor.js';
export { type Page, parsePage, type Slice, toSlice } from './pagination/page.js';
export {
  AvancementSuite,
  type ConnaissanceDesSeances,
  type ProprietaireDesSeances,
  parseDecisionId,
  parseSeanceId,
  participation,
  SUJETS_DU_RECTEUR,
  TitreValidation,
} from './participation/index.js';
export { type Bind, createBinder, matchCondition } from './recherche/match-condition.js';
export { parseRecherche, type Recherche } from './recherche/recherche.js';
export type { BatchRead } from './request/batch-read.js';
export type { RequestContext } from './request/request-context.js';
export { type DefautDeTexte, readPlainText } from './saisie/plain-text.js';
export { DateScalar } from './schema/date.scalar.js';
export { DateTimeScalar } from './schema/date-time.scalar.js';
export { SiretScalar } from './schema/siret.scalar.js';
export { suivi } from './suivi/index.js';
export {
  type CleTerritoire,
  CleTerritoireInput,
  estDansSaPortee,
  type Lieu,
  mayActIn,
  requireTerritoire,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
  territoirePostgresReader,
  territoires,
  withinCondition,
} from './territoires/index.js';
export {
  type Engagement,
  EngagementType,
  readTexteEnVigueur,
  texteCommun,
  texteCommunPostgresReader,
  textesDeVersion,
} from './texte-commun/index.js';
export {
  type Trouvable,
  trouvableDeListe,
  trouvableDeTable,
  trouvailles,
} from './trouvailles/index.js';
export { Maille, Partenaire, Secteur } from './vocabulaire/enums.js';
export { MAISONS } from './vocabulaire/maison.js';
export { RefusType } from './vocabulaire/refus.js';
