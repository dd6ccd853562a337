export { describeCommonRooms } from './common/index.js';
export {
  toutesLesIdentites,
  unAgent,
  uneAutreMaison,
  unIntegrateur,
  unResponsable,
  unService,
} from './identities.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { type CreateApp, startTestSubgraph, type TestSubgraph } from './test-subgraph.js';
