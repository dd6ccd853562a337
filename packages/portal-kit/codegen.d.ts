import type { CodegenConfig } from '@graphql-codegen/cli';

/** Named here, so that a front end's `codegen.ts` needs no type of the tool behind. */
export interface PortalCodegen extends CodegenConfig {}

export declare function portalCodegen(): PortalCodegen;

declare const config: PortalCodegen;
export default config;
