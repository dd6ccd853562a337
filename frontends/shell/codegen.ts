import type { CodegenConfig } from '@graphql-codegen/cli';
import { portalCodegen } from '@passerelle/portal-kit/codegen';

const config: CodegenConfig = portalCodegen();

export default config;
