export {
  type OrganisationConnue,
  organisationsConnues,
  type RoleTenu,
  type TypeOrganisation,
} from './annuaire/organisations.js';
export type {
  ContributionDemonstration,
  EtatContribution,
  Meteo,
  VersionContributionDemonstration,
  Visibilite,
} from './contributions/contribution-demonstration.js';
export { contributionsDemonstration } from './contributions/contributions-demonstration.js';
export { DATE_DEMONSTRATION } from './date-demonstration.js';
export type {
  AvisDemonstration,
  FicheDemonstration,
  FichesDemonstration,
  ObservationDemonstration,
  ReponseDemonstration,
} from './fiches/fiche-demonstration.js';
export { fichesDemonstration } from './fiches/fiches-demonstration.js';
export type {
  FormationDemonstration,
  SessionDemonstration,
} from './formations/formation-demonstration.js';
export { formationsDemonstration } from './formations/formations-demonstration.js';
export type { MesureDemonstration } from './indicateurs/mesure-demonstration.js';
export { premieresMesures } from './indicateurs/premieres-mesures.js';
export { comitesDemonstration } from './instances/comites-demonstration.js';
export {
  type CopiloteInstance,
  type InstanceDemonstration,
  instancesDemonstration,
} from './instances/instances-demonstration.js';
export { JOUR_FRANCE_TRAVAIL, type MembreInstance } from './instances/membre-instance.js';
export { COMMUNIQUE_FONDATEUR, type CommuniqueDePresse } from './memoire/communique.js';
export { DIVERGENCES, type Divergence } from './memoire/divergences.js';
export { DOCUMENTS, type DocumentDeReference } from './memoire/documents.js';
export { type EtapeFrise, FRISE } from './memoire/frise.js';
export { CHANTIERS, PRINCIPES, type TexteNumerote } from './memoire/principes-et-chantiers.js';
export {
  REFERENCES_ENGAGEMENTS,
  type ReferencesEngagement,
} from './memoire/references-engagements.js';
export type { Source } from './memoire/source.js';
export type { CleTerritoire, Partenaire } from './partenaire.js';
export { empreinte } from './protocole/empreinte.js';
export { ETAPES_PROTOCOLE, type EtapeProtocole } from './protocole/etapes.js';
export { LIENS_INDICATEURS, type LienIndicateur } from './protocole/liens-indicateurs.js';
export { protocoleDemonstration } from './protocole/protocole-demonstration.js';
export type {
  IdentiteProtocole,
  SignataireProtocole,
  TexteEngagement,
  TexteEnjeu,
  TexteProtocole,
} from './protocole/texte-protocole.js';
export {
  empreinteDecision,
  empreinteOrdreDuJour,
  empreinteReleve,
} from './seances/empreintes.js';
export type {
  AccordDemonstration,
  DecisionDemonstration,
  PointDemonstration,
  PresenceDemonstration,
  ReleveDemonstration,
  SeanceDemonstration,
  SuiteDemonstration,
} from './seances/seance-demonstration.js';
export { seancesDemonstration } from './seances/seances-demonstration.js';
export type { Taille } from './taille.js';
export {
  ANNEES_TENSION,
  FACTEURS_TENSION,
  type FacteurTension,
  type TensionDemonstration,
  tensionsDemonstration,
} from './tensions/tensions-demonstration.js';
