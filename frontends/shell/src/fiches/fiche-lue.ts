import type { TypedDocumentNode } from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import {
  FicheEtatDocument,
  FichePoleEmploiDocument,
  FicheRegionDocument,
  type FicheRegionQuery,
} from '../generated/graphql.js';

type FicheDeLaRegion = NonNullable<FicheRegionQuery['fiche']>;

/** The houses give their observations in one shape. */
export type ObservationLue = NonNullable<FicheDeLaRegion['observationsEtat']>['nodes'][number];

interface Observations {
  nodes: readonly ObservationLue[];
}

/** A fiche with what the two other houses and the social partners say of it. */
export type FicheDeLaPage = Omit<FicheDeLaRegion, 'observationsEtat' | 'observationsPoleEmploi'> & {
  observationsEtat?: Observations | null;
  observationsRegion?: Observations | null;
  observationsPoleEmploi?: Observations | null;
};

/** The three houses give a fiche in one shape, each under its own names. */
export const FICHES: Readonly<
  Record<
    Partenaire,
    TypedDocumentNode<{ fiche?: FicheDeLaPage | null }, { id: string; le?: string | null }>
  >
> = {
  etat: FicheEtatDocument,
  region: FicheRegionDocument,
  'pole-emploi': FichePoleEmploiDocument,
};

/** What a house remarked; null when it could not be read, or when the fiche is its own. */
export function observationsDe(fiche: FicheDeLaPage, maison: Partenaire): Observations | null {
  switch (maison) {
    case 'etat':
      return fiche.observationsEtat ?? null;
    case 'region':
      return fiche.observationsRegion ?? null;
    case 'pole-emploi':
      return fiche.observationsPoleEmploi ?? null;
  }
}
