export { countIncidents } from './incident-store.js';
export { registerIncidentsRoutes } from './incidents-routes.js';
export type { Seuil } from './seuil.js';
