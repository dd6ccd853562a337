export type { AgentSession, GraphqlAnswer } from './agent-session.js';
export { axe } from './axe.js';
export { freePort } from './free-port.js';
export { launchBrowser } from './launch-browser.js';
export {
  type ExportedList,
  exportList,
  type ModuleInBrowser,
  openModuleInBrowser,
} from './module-in-browser.js';
export { type Platform, readLog, startPlatform } from './start-platform.js';
