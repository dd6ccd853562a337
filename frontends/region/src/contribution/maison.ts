import type { MaisonContributrice } from '@passerelle/portal-kit';
import {
  AbandonnerContributionDocument,
  ContributionsEnAttenteDocument,
  HistoriqueContributionDocument,
  LireContributionDocument,
  ModifierContributionDocument,
  PublierContributionDocument,
  ValiderContributionDocument,
} from '../generated/graphql.js';

/** What the shared contribution rooms need to know of this house: its own typed documents. */
export const maison: MaisonContributrice = {
  partenaire: 'region',
  lire: LireContributionDocument,
  historique: HistoriqueContributionDocument,
  attente: ContributionsEnAttenteDocument,
  modifier: ModifierContributionDocument,
  valider: ValiderContributionDocument,
  publier: PublierContributionDocument,
  abandonner: AbandonnerContributionDocument,
};
