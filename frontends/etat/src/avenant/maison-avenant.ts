import type { MaisonAvenant } from '@passerelle/portal-kit';
import { ValidationDeLaMaisonDocument, ValiderAvenantDocument } from '../generated/graphql.js';

/** What the shared room of the avenants needs to know of this house: its own typed documents. */
export const maisonAvenant: MaisonAvenant = {
  partenaire: 'etat',
  lire: ValidationDeLaMaisonDocument,
  valider: ValiderAvenantDocument,
};
