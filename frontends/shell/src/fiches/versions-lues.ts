import type { TypedDocumentNode } from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import {
  VersionsDeLaFicheEtatDocument,
  type VersionsDeLaFicheEtatQuery,
  type VersionsDeLaFicheEtatQueryVariables,
  VersionsDeLaFichePoleEmploiDocument,
  VersionsDeLaFicheRegionDocument,
} from '../generated/graphql.js';

export type LectureDesVersions = VersionsDeLaFicheEtatQuery;
export type VersionLue = NonNullable<LectureDesVersions['fiche']>['historique']['nodes'][number];

/** The three houses give the versions of a fiche in one shape, each under its own names. */
export const VERSIONS: Readonly<
  Record<Partenaire, TypedDocumentNode<LectureDesVersions, VersionsDeLaFicheEtatQueryVariables>>
> = {
  etat: VersionsDeLaFicheEtatDocument,
  region: VersionsDeLaFicheRegionDocument,
  'pole-emploi': VersionsDeLaFichePoleEmploiDocument,
};
