import type { CodegenConfig } from '@graphql-codegen/cli';

export declare function portalCodegen(): CodegenConfig;

declare const config: CodegenConfig;
export default config;
