import type { MaisonParticipante } from '@passerelle/portal-kit';
import {
  EnregistrerSuiteDocument,
  LireParticipationDocument,
  ProposerPointDocument,
  RetirerPointDocument,
} from '../generated/graphql.js';

/** What the room of a session needs to know of this house: its own typed documents. */
export const maisonParticipante: MaisonParticipante = {
  partenaire: 'pole-emploi',
  lire: LireParticipationDocument,
  proposerPoint: ProposerPointDocument,
  retirerPoint: RetirerPointDocument,
  enregistrerSuite: EnregistrerSuiteDocument,
};
