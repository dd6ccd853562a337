import { portalCodegen } from './codegen.js';

export default portalCodegen();
