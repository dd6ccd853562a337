export { axe } from './axe.js';
export { freePort, freePorts } from './free-port.js';
export { launchBrowser } from './launch-browser.js';
