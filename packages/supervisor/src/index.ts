export { type Config, type NomDePort, PORTS, readConfig } from './config.js';
export { freePorts } from './free-ports.js';
export { Platform, type PlatformDeps } from './platform.js';
export { describeProcesses } from './process-definitions.js';
export { StartRefusal } from './start-refusal.js';
