import type { MaisonAFiches } from '@passerelle/portal-kit';
import {
  AbandonnerFicheDocument,
  ConclureFicheDocument,
  CreerFicheDocument,
  EvaluerFicheDocument,
  FicheDeLaMaisonDocument,
  FichesDeLEngagementDocument,
  ModifierFicheDocument,
  ObserverFicheDocument,
  PublierFicheDocument,
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
  publier: PublierFicheDocument,
  abandonner: AbandonnerFicheDocument,
  observer: ObserverFicheDocument,
};
