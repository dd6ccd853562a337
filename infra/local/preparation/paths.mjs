import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout. */
export const racine = join(fileURLToPath(import.meta.url), '..', '..', '..', '..');
/** The Node that every program of the platform runs on, whatever the one that started this. */
export const node24 = join(racine, 'node_modules', 'node', 'bin', 'node');
/** What the preparation remembers; belongs to the checkout, not to PASSERELLE_DOSSIER. */
export const memoire = join(racine, '.passerelle');

/** Environment in which the workspace's own tools are found first. */
export function toolEnvironment() {
  const env = { ...process.env };
  // In production mode pnpm leaves out the tools that the build needs.
  delete env.NODE_ENV;
  const bin = join(racine, 'node_modules', '.bin');
  return {
    ...env,
    PATH: `${bin}:${env.PATH ?? ''}`,
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    npm_config_update_notifier: 'false',
  };
}
