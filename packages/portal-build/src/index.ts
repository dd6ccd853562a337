export { buildShared, type SharedBuildOptions, type SharedManifest } from './build-shared.js';
export { integrityOf } from './integrity.js';
export type { ModuleDescription, ModuleManifest } from './manifest.js';
export { type PortalModuleOptions, portalModule } from './portal-module.js';
export {
  type ServedModule,
  type ServeModuleOptions,
  serveModule,
} from './serve-module.js';
export { SHARED } from './shared.js';
