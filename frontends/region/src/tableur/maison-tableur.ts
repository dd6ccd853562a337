import type { MaisonTableur } from '@passerelle/portal-kit';
import {
  AnnulerImportDocument,
  ImporterContributionsDocument,
  LireTableurDocument,
  PublierContributionsDocument,
  SimulerImportDocument,
  ValiderContributionsDocument,
} from '../generated/graphql.js';

/** What the shared room of the workbook needs to know of this house: its own typed documents. */
export const maisonTableur: MaisonTableur = {
  partenaire: 'region',
  lire: LireTableurDocument,
  simuler: SimulerImportDocument,
  importer: ImporterContributionsDocument,
  annuler: AnnulerImportDocument,
  valider: ValiderContributionsDocument,
  publier: PublierContributionsDocument,
};
