/** Of a question of the graph, with what it asks and what it answers. */
export type { TypedDocumentNode } from '@urql/core';
export { type Geste, type IssueDeGeste, type ReponseDeGeste, useGeste } from './actes/geste.js';
export { IssueDeGesteLue } from './actes/issue-de-geste.js';
export { creerAttenteDeLaMaison } from './attente/creer-attente.js';
export type { MaisonAvenant } from './avenant/avenant.js';
export { creerValidationAvenant } from './avenant/creer-validation-avenant.js';
export { type BrouillonLocal, useBrouillonLocal } from './brouillon/brouillon-local.js';
export { type Saisie, useSaisieEnCours } from './brouillon/saisies.js';
export type { MaisonContributrice } from './contribution/contribution.js';
export { creerFicheContribution } from './contribution/creer-fiche-contribution.js';
export { peutAgir } from './date/actes-au-present.js';
export { AuJourMontre } from './date/au-jour-montre.js';
export {
  DERNIER_JOUR,
  estUnJourMontrable,
  type JourDuPortail,
  jourDemande,
  jourDuPortail,
  PREMIER_JOUR,
  useJourDuPortail,
} from './date/jour-du-portail.js';
export { demarrerPortail } from './demarrer-portail.js';
export { creerActesDeFiche, creerFiches } from './fiches/creer-fiches.js';
export { differences } from './fiches/differences.js';
export { EtatDeFiche } from './fiches/etat-de-fiche.js';
export {
  cheminFiche,
  type EtatFiche,
  type FicheLue,
  type IssueFiche,
  LIBELLES_ACTE_FICHE,
  LIBELLES_AVIS,
  LIBELLES_ETAT_FICHE,
  LIBELLES_ISSUE,
  LIBELLES_STATUT_FICHE,
  type MaisonAFiches,
  type SensAvis,
  type StatutFiche,
} from './fiches/fiche.js';
export { estStatutFiche, STATUTS_FICHE } from './fiches/saisie-fiche.js';
export { TableauDesDifferences } from './fiches/tableau-differences.js';
export {
  formaterDate,
  formaterDateProche,
  formaterDepuis,
  formaterLe,
  formaterNombre,
  formaterPeriode,
} from './formats/formats.js';
export { nouvelleCleIdempotence, type ResultatActe, useActe } from './graphe/acte.js';
export { client, creerClient } from './graphe/client.js';
export { useDerniereLecture } from './graphe/derniere-lecture.js';
export { type ErreurLisible, erreurLisible } from './graphe/erreur-lisible.js';
export { type Lecture, type OptionsLecture, useLecture } from './graphe/lecture.js';
export { useListeEntiere } from './graphe/liste-entiere.js';
export { ListeLue, type ProprietesListeLue } from './graphe/liste-lue.js';
export { type Manque, manqueEn } from './graphe/manques.js';
export { type PageDeListe, type Suite, useSuite } from './graphe/suite.js';
export {
  direPeriode,
  direValeur,
  direVariation,
  LIBELLES_DIMENSION,
  LIBELLES_MODALITE,
} from './indicateurs/dire-valeur.js';
export { DOCUMENTS_D_INDICATEURS } from './indicateurs/documents.js';
export {
  type ApercuDImport,
  type CibleLue,
  type ContrePropositionLue,
  cheminIndicateur,
  contrePropositionsDe,
  type DefinitionLue,
  type FichierAImporter,
  type LotRelu,
  type ValeurDuTerritoire,
  type ValeurLue,
  type ValeurSurLaCarte,
} from './indicateurs/indicateurs.js';
export { IndicateursDuTerritoire } from './indicateurs/indicateurs-du-territoire.js';
export { ContrePropositions, ValeurIndicateur } from './indicateurs/valeur-indicateur.js';
export { celluleJour } from './listes/cellules.js';
export { ExportsDeListe, type ProprietesExports } from './listes/exports-de-liste.js';
export { lireListeEntiere } from './listes/lire-liste-entiere.js';
export { lirePourUnFichier } from './listes/lire-pour-un-fichier.js';
export type {
  ListeEntiereLue,
  SuiviDeLecture,
  TableauAExporter,
} from './listes/liste-entiere-lue.js';
export { ceQuiManque, nAPasRepondu } from './listes/remarques.js';
export { auBesoin } from './modules/au-besoin.js';
export { BandeauSurcharges } from './modules/bandeau-surcharges.js';
export { Cadre } from './modules/cadre.js';
export { chargerModule, type ModuleCharge } from './modules/charger-module.js';
export {
  type Application,
  creerApplication,
  creerFragment,
  type Fragment,
} from './modules/cycle-de-vie.js';
export {
  Emplacement,
  type Maille,
  type NomEmplacement,
  type ProprietesEmplacement,
  type ProprietesEmplacements,
} from './modules/emplacement.js';
export {
  type EntreeDeNavigation,
  lireRegistre,
  type ModulePublie,
  type PublicationDeLaPage,
  type Registre,
  type RouteDeModule,
  type Surcharge,
} from './modules/registre.js';
export {
  type Mouvement,
  signalerMouvement,
  surMouvement,
  useMouvements,
} from './mouvements/mouvements.js';
export { useSeanceVivante } from './mouvements/seance-vivante.js';
export {
  type Chemin,
  changerDeJour,
  modifierRecherche,
  naviguer,
  useChemin,
} from './navigation/chemin.js';
export { Lien, type ProprietesLien } from './navigation/lien.js';
export { annoncer, type Page, pageActuelle, setPage } from './navigation/page.js';
export { BandeauPartenaires } from './partenaires/bandeau-partenaires.js';
export {
  type EtatPartenaire,
  type EtatPartenaires,
  signalerPartenaires,
  usePartenaires,
  useRetourPartenaire,
} from './partenaires/etat-partenaires.js';
export { LectureManquee, type ProprietesLectureManquee } from './partenaires/lecture-manquee.js';
export { PanneauPartenaire, type ProprietesPanneau } from './partenaires/panneau-partenaire.js';
export {
  nomPartenaire,
  type PhrasesPartenaire,
  partenaireDuGraphe,
  phrasesPartenaire,
} from './partenaires/partenaire.js';
export { creerParticipation } from './participation/creer-participation.js';
export {
  estDuTerritoire,
  LIBELLES_AVANCEMENT,
  LIBELLES_TITRE,
  type MaisonParticipante,
} from './participation/participation.js';
export { BandeauSession } from './session/bandeau-session.js';
export {
  type Agent,
  peut,
  rafraichirSession,
  type Session,
  seConnecter,
  seDeconnecter,
  seReconnecter,
  useAgent,
  useSession,
} from './session/session.js';
export { BoutonSuivre } from './suivi/bouton-suivre.js';
export { FiltresGardes } from './suivi/filtres-gardes.js';
export type {
  CarnetLu,
  DocumentsDuSuivi,
  FiltreGarde,
  GenreSuivi,
  NotificationLue,
  SujetSuivi,
} from './suivi/suivi.js';
export { useDocumentsDuSuivi, useReglage, useReglages } from './suivi/use-suivi.js';
export { creerTableur } from './tableur/creer-tableur.js';
export type { MaisonTableur } from './tableur/tableur.js';
export { FiltreTerritoire } from './territoire/filtre-territoire.js';
export {
  type CleTerritoire,
  cheminTerritoire,
  deNom,
  ecrireTerritoire,
  lireTerritoire,
} from './territoire/territoire.js';
export { BandeauVersion } from './version/bandeau-version.js';
