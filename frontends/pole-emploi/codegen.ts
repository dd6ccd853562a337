import { portalCodegen } from '@passerelle/portal-kit/codegen';

export default portalCodegen();
