export { apiSchemaInSlices, apiSchemaOf } from './api-schema-of.js';
export { authorisationOf, type Exigence } from './authorisation-of.js';
export { composeGraph } from './compose-graph.js';
export { type Composer, createComposer } from './composer.js';
export type {
  CompositionError,
  CompositionErrorCode,
  CompositionResult,
} from './composition-result.js';
export {
  type BreakingOptions,
  breakingFor,
  type OperationConnue,
  type Rupture,
  type UsageRompu,
} from './diff/breaking-for.js';
export { GRAPH_CHANGE_CODES, type GraphChangeCode } from './diff/change-catalogue.js';
export { diffGraphs } from './diff/diff-graphs.js';
export type { GraphChange, Severite } from './diff/graph-change.js';
export { removalDateOf } from './diff/removal-date.js';
export { usedCoordinates } from './diff/used-coordinates.js';
export type { Lieu } from './lieu.js';
export type {
  Accord,
  CarteDeResponsabilite,
  NatureDeType,
  TypeAttribue,
} from './ownership/carte.js';
export { CARTE_INITIALE } from './ownership/carte-initiale.js';
export { checkOwnership } from './ownership/check-ownership.js';
export { ownerOf } from './ownership/owner-of.js';
export { type CarteDerivee, type Litige, ownershipMapOf } from './ownership/ownership-map-of.js';
export {
  OWNERSHIP_REFUSAL_CODES,
  type OwnershipRefusal,
  type OwnershipRefusalCode,
} from './ownership/ownership-refusal.js';
export type { SousGraphe } from './sous-graphe.js';
export { standbyCoordinates } from './standby-coordinates.js';
export { type SubgraphAddress, subgraphsOf } from './subgraphs-of.js';
export { type UnavailableRequest, unavailableCoordinates } from './unavailable-coordinates.js';
