export type { EstPrevenu, VerificationDeps } from './deps.js';
export { type CandidatSchema, type RapportDeSchema, verifierSchema } from './verifier-schema.js';
