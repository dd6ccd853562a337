export { type Config, type NomDePort, PORTS, readConfig } from './config.js';
export { freePorts } from './free-ports.js';
export type { ProcessDefinition, ProcessSnapshot } from './managed-process.js';
export { Platform, type PlatformDeps } from './platform.js';
export { describeProcesses, type ProcessDefinitions } from './process-definitions.js';
export { type RegistryTokens, readRegistryTokens } from './registre/registry-tokens.js';
export { runCommand } from './run-command.js';
export { readStateFile } from './state-file.js';
