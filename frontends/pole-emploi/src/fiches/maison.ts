import type { MaisonAFiches } from '@passerelle/portal-kit';
import {
  AbandonnerFicheDocument,
  ConclureFicheDocument,
  CorrigerObservationDocument,
  CreerFicheDocument,
  EvaluerFicheDocument,
  FicheDeLaMaisonDocument,
  FichesDeLEngagementDocument,
  ModifierFicheDocument,
  ObservationsRecuesDocument,
  ObservationsSurFicheEtatDocument,
  ObservationsSurFicheRegionDocument,
  ObserverFicheDocument,
  PublierFicheDocument,
  RenvoyerFicheDocument,
  RepondreObservationDocument,
  RetirerObservationDocument,
  ValiderFicheDocument,
} from '../generated/graphql.js';

/** What the shared rooms of fiches need to know of this house: its own typed documents. */
export const maisonAFiches: MaisonAFiches = {
  partenaire: 'pole-emploi',
  lister: FichesDeLEngagementDocument,
  lire: FicheDeLaMaisonDocument,
  creer: CreerFicheDocument,
  modifier: ModifierFicheDocument,
  evaluer: EvaluerFicheDocument,
  conclure: ConclureFicheDocument,
  valider: ValiderFicheDocument,
  renvoyer: RenvoyerFicheDocument,
  publier: PublierFicheDocument,
  abandonner: AbandonnerFicheDocument,
  observer: ObserverFicheDocument,
  corriger: CorrigerObservationDocument,
  retirer: RetirerObservationDocument,
  repondre: RepondreObservationDocument,
  sesObservations: {
    etat: ObservationsSurFicheEtatDocument,
    region: ObservationsSurFicheRegionDocument,
  },
  observationsRecues: ObservationsRecuesDocument,
};
