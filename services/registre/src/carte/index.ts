export { createCarte } from './carte.js';
export { registerCarteRoutes } from './carte-routes.js';
export { premiereRevision } from './premiere-revision.js';
