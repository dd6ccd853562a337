export {
  type AdresseRefusee,
  adresseRefusee,
  type CodeAdresse,
  estAdresseInterne,
  type RegleAdresse,
} from './adresse.js';
export {
  CANAUX,
  type Canal,
  COMMUN,
  canalSchema,
  editeurSchema,
  empreinteSchema,
  GENRES_DE_REVISION,
  type GenreDeRevision,
  genreDeRevisionSchema,
} from './codes.js';
export {
  carteEnVigueurSchema,
  decisionCarteSchema,
  demandeCarteSchema,
  type EtatDeDemandeCarte,
  etatDeDemandeCarteSchema,
  listeDeDemandesDeCarteSchema,
  responsablesSchema,
} from './contrat/carte.js';
export { type ErreurDuRegistre, erreurDuRegistreSchema } from './contrat/erreur.js';
export {
  type Acquittement,
  acquittementSchema,
  type EntreeDeJournal,
  type Etat,
  EVENEMENTS,
  entreeDeJournalSchema,
  etatSchema,
  pageDeJournalSchema,
} from './contrat/etat.js';
export {
  type DemandeJeton,
  demandeJetonSchema,
  GENRES_DE_JETON,
  type GenreDeJeton,
  type Jeton,
  jetonCreeSchema,
  jetonSchema,
  listeDeJetonsSchema,
} from './contrat/jetons.js';
export {
  type DemandeModule,
  type DemandePromotion,
  type DemandeRetour,
  type DemandeSchema,
  demandeModuleSchema,
  demandePromotionSchema,
  demandeRetourSchema,
  demandeSchemaSchema,
  type ResultatPublication,
  resultatPublicationSchema,
} from './contrat/publier.js';
export {
  type Changement,
  type Constat,
  constatSchema,
  FAMILLES,
  type Rapport,
  rapportSchema,
} from './contrat/rapport.js';
export {
  type RapportDIncidents,
  type RapportDUsage,
  rapportDIncidentsSchema,
  rapportDUsageSchema,
  type Usages,
  usagesSchema,
} from './contrat/reports.js';
export {
  type Difference,
  detailsDeJournalSchema,
  differenceSchema,
  type ResumeDePublication,
  resumeDePublicationSchema,
} from './contrat/resume.js';
export { empreinteDuSchema, empreinteOf, integriteOf } from './empreinte.js';
export {
  AdresseInterne,
  judgedLookup,
  type LookupOptions,
  type Resolve,
  resolveByDns,
} from './lookup.js';
export {
  cheminDeFichierSchema,
  type FichierDeLot,
  fichierDeLotSchema,
  LIMITES_DE_LOT,
  type ManifesteDeModule,
  type ManifesteDesPartages,
  manifesteDeModuleSchema,
  manifesteDesPartagesSchema,
} from './lot.js';
export {
  type Cible,
  cibleSchema,
  type DocumentPersiste,
  type PortailPublie,
  type Publication,
  publicationSchema,
  type SousGraphePublie,
  type VersionDeModule,
} from './publication.js';
export { type CodeDeRefus, PublicationRefusee } from './signature/refusal.js';
export { signPublication, TYPE_DE_PUBLICATION } from './signature/sign-publication.js';
export { type Trousseau, trousseauSchema } from './signature/trousseau.js';
export { verifyPublication } from './signature/verify-publication.js';
