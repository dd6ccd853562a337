import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VARIABLE_DES_MODELES } from './prepared-folders.js';

/**
 * For `globalSetup`: the platforms of a run share what a first start makes. `npm test` gives one
 * folder to all its suites; a suite that runs alone has its own, for as long as it runs.
 */
export default function keepPreparedFolders(): () => void {
  if (process.env[VARIABLE_DES_MODELES] !== undefined) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-modeles-'));
  process.env[VARIABLE_DES_MODELES] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
