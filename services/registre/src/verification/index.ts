export type { EstPrevenu, VerificationDeps } from './deps.js';
export { type CandidatLot, type RapportDeLot, verifierModule } from './verifier-module.js';
export { type EtatVise, type RapportDeRetour, verifierRetour } from './verifier-retour.js';
export { type CandidatSchema, type RapportDeSchema, verifierSchema } from './verifier-schema.js';
