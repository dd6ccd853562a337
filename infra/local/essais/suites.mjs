import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageFolders } from '../preparation/fingerprint.mjs';
import { racine } from '../preparation/paths.mjs';

/**
 * The packages of the workspace: what has tests, and what has none. Those that start the whole
 * platform or a browser run alone, so that two of them do not starve one another.
 */
export function findSuites(wanted) {
  const all = packageFolders().map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const name = relative(racine, folder);
    const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };
    return {
      name,
      folder,
      hasTests: manifest.scripts?.test !== undefined,
      isHeavy: name === 'packages/testing' || '@passerelle/testing' in dependencies,
    };
  });
  const chosen = all.filter(
    ({ name }) => wanted.length === 0 || wanted.some((w) => name.includes(w)),
  );
  return {
    light: chosen.filter(({ hasTests, isHeavy }) => hasTests && !isHeavy),
    heavy: chosen.filter(({ hasTests, isHeavy }) => hasTests && isHeavy),
    without: chosen.filter(({ hasTests }) => !hasTests).map(({ name }) => name),
  };
}
