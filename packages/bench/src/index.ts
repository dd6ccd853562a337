// Made-up partners and the portal's questions, for whoever puts the gateway under load.
export { entityKeys, subgraphSchema } from './fake/subgraph-schema.js';
export { createWorld, type World } from './fake/world.js';
export { quantile } from './quantile.js';
export { readScenarios, type Scenario, TURNS } from './scenarios.js';
