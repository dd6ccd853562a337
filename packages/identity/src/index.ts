export {
  ActeRefuse,
  type ActeVerifier,
  type ContenuActe,
  createActeVerifier,
  signActe,
} from './acte-signe.js';
export {
  CLIENT_INTEGRATEUR_DEMONSTRATION,
  COMPTES_DEMONSTRATION,
  type CompteDemonstration,
  clientDuService,
  habilitationsDemonstration,
} from './comptes-demonstration.js';
export {
  type HabilitationAgent,
  type HabilitationIntegrateur,
  type HabilitationService,
  type Habilitations,
  HabilitationsInvalides,
  identiteOfAgent,
  identiteOfIntegrateur,
  identiteOfService,
  parseHabilitations,
} from './habilitations.js';
export {
  type Identite,
  identiteSchema,
  MAILLES,
  type Maille,
  type Territoire,
} from './identite.js';
export {
  createInternalTokenVerifier,
  type InternalTokenVerifier,
  signInternalToken,
} from './internal-token.js';
export { JetonExpire, JetonInvalide } from './jetons.errors.js';
export { CHANGEMENTS_DE_NOM, nomPartenaireLe, sujetPartenaireLe } from './noms-dates.js';
export {
  type Audience,
  estPartenaire,
  NOM_PARTENAIRE,
  PARTENAIRES,
  type Partenaire,
} from './partenaires.js';
export {
  type ActeContribution,
  DROITS,
  type Droit,
  REGLES_DES_ROLES,
  ROLES,
  type Role,
} from './roles.js';
export {
  SCOPE_ACTES_LIRE,
  SCOPE_LIRE,
  SCOPE_LIRE_PUBLIC,
  SCOPES_DE_SERVICE,
  scopeContribution,
  scopeOf,
  scopesOf,
} from './scopes.js';
export {
  generateSigningKey,
  type JwkSet,
  loadSigningKey,
  type PrivateJwk,
  type PublicJwk,
  type SigningKey,
} from './signing-key.js';
