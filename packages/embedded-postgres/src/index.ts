export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './ensure-embedded-postgres.js';
export { ensureEmbeddedPostgres } from './ensure-embedded-postgres.js';
export type { EmbeddedPostgresCode } from './errors.js';
export { EMBEDDED_POSTGRES_CODES, EmbeddedPostgresError } from './errors.js';
export { freePorts } from './free-port.js';
export { removeEmbeddedPostgres } from './remove-embedded-postgres.js';
