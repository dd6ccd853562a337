export type { AgentSession, GraphqlAnswer } from './agent-session.js';
export { axe } from './axe.js';
export { freePort } from './free-port.js';
export { launchBrowser } from './launch-browser.js';
export { type ModuleAlone, serveModuleAlone } from './serve-module-alone.js';
export { type Platform, readLog, startPlatform } from './start-platform.js';
