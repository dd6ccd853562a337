import type { Partenaire } from '@passerelle/portal-ui';
import {
  AnnulerImportEtatDocument,
  AnnulerImportPoleEmploiDocument,
  AnnulerImportRegionDocument,
  CatalogueEtatDocument,
  CataloguePoleEmploiDocument,
  CatalogueRegionDocument,
  ImporterMesuresEtatDocument,
  ImporterMesuresPoleEmploiDocument,
  ImporterMesuresRegionDocument,
  IndicateurSurLaCarteEtatDocument,
  IndicateurSurLaCartePoleEmploiDocument,
  IndicateurSurLaCarteRegionDocument,
  IndicateursDuTerritoireEtatDocument,
  IndicateursDuTerritoirePoleEmploiDocument,
  IndicateursDuTerritoireRegionDocument,
  ProposerMesureEtatDocument,
  ProposerMesurePoleEmploiDocument,
  ProposerMesureRegionDocument,
  SerieIndicateurEtatDocument,
  SerieIndicateurPoleEmploiDocument,
  SerieIndicateurRegionDocument,
} from '../generated/graphql.js';
import type { DocumentsDIndicateurs } from './indicateurs.js';

/** The same questions, in each house's own words: a figure belongs to the house that produces it. */
export const DOCUMENTS_D_INDICATEURS: Readonly<Record<Partenaire, DocumentsDIndicateurs>> = {
  etat: {
    duTerritoire: IndicateursDuTerritoireEtatDocument,
    catalogue: CatalogueEtatDocument,
    surLaCarte: IndicateurSurLaCarteEtatDocument,
    serie: SerieIndicateurEtatDocument,
    importer: ImporterMesuresEtatDocument,
    annuler: AnnulerImportEtatDocument,
    proposer: ProposerMesureEtatDocument,
  },
  region: {
    duTerritoire: IndicateursDuTerritoireRegionDocument,
    catalogue: CatalogueRegionDocument,
    surLaCarte: IndicateurSurLaCarteRegionDocument,
    serie: SerieIndicateurRegionDocument,
    importer: ImporterMesuresRegionDocument,
    annuler: AnnulerImportRegionDocument,
    proposer: ProposerMesureRegionDocument,
  },
  'pole-emploi': {
    duTerritoire: IndicateursDuTerritoirePoleEmploiDocument,
    catalogue: CataloguePoleEmploiDocument,
    surLaCarte: IndicateurSurLaCartePoleEmploiDocument,
    serie: SerieIndicateurPoleEmploiDocument,
    importer: ImporterMesuresPoleEmploiDocument,
    annuler: AnnulerImportPoleEmploiDocument,
    proposer: ProposerMesurePoleEmploiDocument,
  },
};
