import type { CodegenConfig } from '@graphql-codegen/cli';

/** Named here, so that a front end's `codegen.ts` needs no type of the tool behind. */
export interface PortalCodegen extends CodegenConfig {}

/** What every house asks in the same words, under its own names: files of `modeles/`. */
export type Modele = 'avenant' | 'contribution' | 'fiches' | 'observations' | 'suivi' | 'tableur';

export interface MaisonDuCodegen {
  /** The house's suffix in the graph: `Etat`, `Region`, `PoleEmploi`. */
  maison: string;
  /** Common documents that the module asks as its own; one left out is written by the module. */
  modeles: readonly Modele[];
}

/** @returns the documents of `text`, written once for the three houses, as `maison` asks them */
export declare function underNamesOf(maison: string, text: string): string;

/** Without a house: only the front end's own files. */
export declare function portalCodegen(maison?: MaisonDuCodegen): PortalCodegen;

declare const config: PortalCodegen;
export default config;
