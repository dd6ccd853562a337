import type { TypedDocumentNode } from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import {
  FichesEtatDocument,
  type FichesEtatQuery,
  type FichesEtatQueryVariables,
  FichesPoleEmploiDocument,
  FichesRegionDocument,
} from '../generated/graphql.js';

/** The three houses give their fiches in one shape, each under its own names. */
export type LectureDesFiches = FichesEtatQuery;
export type FicheListee = NonNullable<LectureDesFiches['fiches']>['nodes'][number];
export type VariablesDesFiches = FichesEtatQueryVariables;

export const LISTES: Readonly<
  Record<Partenaire, TypedDocumentNode<LectureDesFiches, VariablesDesFiches>>
> = {
  etat: FichesEtatDocument,
  region: FichesRegionDocument,
  'pole-emploi': FichesPoleEmploiDocument,
};
