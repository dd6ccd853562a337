export { apiSchemaOf } from './api-schema-of.js';
export { authorisationOf, type Exigence } from './authorisation-of.js';
export { composeGraph } from './compose-graph.js';
export type {
  CompositionError,
  CompositionErrorCode,
  CompositionResult,
} from './composition-result.js';
export type { SousGraphe } from './sous-graphe.js';
export { standbyCoordinates } from './standby-coordinates.js';
export { type SubgraphAddress, subgraphsOf } from './subgraphs-of.js';
export { type UnavailableRequest, unavailableCoordinates } from './unavailable-coordinates.js';
