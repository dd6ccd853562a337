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
export { createCursorCodec } from './pagination/cursor.js';
export { type Page, parsePage, type Slice, toSlice } from './pagination/page.js';
export type { BatchRead } from './request/batch-read.js';
export type { RequestContext } from './request/request-context.js';
export { DateScalar } from './schema/date.scalar.js';
export {
  type CleTerritoire,
  CleTerritoireInput,
  insideCondition,
  requireTerritoire,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
  territoirePostgresReader,
  territoires,
} from './territoires/index.js';
export { texteCommun } from './texte-commun/index.js';
export { Maille, Partenaire, Secteur } from './vocabulaire/enums.js';
export { MAISONS } from './vocabulaire/maison.js';
