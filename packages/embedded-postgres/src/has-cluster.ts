import { statSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf, fromFileSystem } from './errors.js';

/**
 * Whether a cluster was made there. A folder that may not be read is not an absent one: taken for
 * such, a new cluster and new passwords would be made over the data.
 *
 * @throws PERMISSION_REFUSEE when nobody can tell
 */
export function hasCluster(dataFolder: string): boolean {
  const path = join(dataFolder, 'PG_VERSION');
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (errnoOf(error) === 'ENOTDIR') return false;
    throw fromFileSystem(error, dataFolder);
  }
}
