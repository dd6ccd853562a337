import type { MaisonParticipante } from '@passerelle/portal-kit';
import {
  AccorderOrdreDuJourDocument,
  EnregistrerSuiteDocument,
  LireParticipationDocument,
  ProposerPointDocument,
  RetirerPointDocument,
  ValiderDecisionDocument,
  ValiderReleveDocument,
} from '../generated/graphql.js';

/** What the room of a session needs to know of this house: its own typed documents. */
export const maisonParticipante: MaisonParticipante = {
  partenaire: 'region',
  lire: LireParticipationDocument,
  proposerPoint: ProposerPointDocument,
  retirerPoint: RetirerPointDocument,
  accorderOrdreDuJour: AccorderOrdreDuJourDocument,
  validerDecision: ValiderDecisionDocument,
  enregistrerSuite: EnregistrerSuiteDocument,
  validerReleve: ValiderReleveDocument,
};
