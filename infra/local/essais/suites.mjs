import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageFolders } from '../preparation/fingerprint.mjs';
import { racine } from '../preparation/paths.mjs';

/** Runs two platforms at once. */
const LONGEST = 'packages/acceptance';

/**
 * The packages of the workspace: what has tests, and what has none. The longest suites come first, so
 * that the short ones fill what they leave: those that start the whole platform or a browser, then
 * those with the most files of real parts. A suite takes as many seats as it runs platforms at once.
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
      seats: name === LONGEST ? 2 : 1,
    };
  });
  const chosen = all.filter(
    ({ name }) => wanted.length === 0 || wanted.some((w) => name.includes(w)),
  );
  return {
    suites: chosen
      .filter(({ hasTests }) => hasTests)
      .map((suite) => ({ ...suite, files: countRealPartFiles(suite.folder) }))
      .sort((a, b) => rank(b) - rank(a)),
    without: chosen.filter(({ hasTests }) => !hasTests).map(({ name }) => name),
  };
}

function rank({ name, isHeavy, files }) {
  if (name === LONGEST) return Number.POSITIVE_INFINITY;
  return isHeavy ? 10_000 + files : files;
}

function countRealPartFiles(folder) {
  return ['src', 'test']
    .map((room) => join(folder, room))
    .filter((room) => existsSync(room))
    .flatMap((room) => readdirSync(room, { recursive: true }))
    .filter((name) => /\.(integration|e2e)\.test\.ts$/.test(name)).length;
}
