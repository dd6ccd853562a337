// Before any decorated class: type-graphql and TypeORM look for it when a decorator runs.
import 'reflect-metadata';

export {
  createSubgraph,
  type Subgraph,
  type SubgraphLog,
  type SubgraphOptions,
} from './app/create-subgraph.js';
export type { Feature } from './app/feature.js';
export { printSubgraph } from './app/print-subgraph.js';
export { runSubgraph } from './app/run-subgraph.js';
export { readSubgraphConfig, type SubgraphConfig } from './config/subgraph-config.js';
export { contributions } from './contributions/index.js';
export type { SqlReader, SqlValue } from './database/sql-reader.js';
export type { SqlWriter } from './database/sql-writer.js';
export { ExposedError } from './errors/exposed-error.js';
export { type Connection, toConnection } from './pagination/connection.js';
export { connectionOf, PageArgs } from './pagination/connection.types.js';
export { type CursorCodec, createCursorCodec } from './pagination/cursor.js';
export { type Page, parsePage, type Slice, toSlice } from './pagination/page.js';
export { type Bind, createBinder, matchCondition } from './recherche/match-condition.js';
export { parseRecherche, type Recherche } from './recherche/recherche.js';
export type { BatchRead } from './request/batch-read.js';
export type { RequestContext } from './request/request-context.js';
export { DateScalar } from './schema/date.scalar.js';
export { SiretScalar } from './schema/siret.scalar.js';
export {
  type CleTerritoire,
  CleTerritoireInput,
  requireTerritoire,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
  territoirePostgresReader,
  territoires,
  withinCondition,
} from './territoires/index.js';
export { texteCommun } from './texte-commun/index.js';
export { Maille, Partenaire, Secteur } from './vocabulaire/enums.js';
export { MAISONS } from './vocabulaire/maison.js';
