import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { StartRefusal } from '../start-refusal.js';

export interface BundleFile {
  /** As the browser will ask it: relative, with slashes. */
  readonly chemin: string;
  readonly contenu: Buffer;
}

/** Made by the build beside each file for servers of static files; the registry does without. */
const COMPRESSED = /\.(br|gz)$/;
const MANIFESTS = ['manifest.json', 'partages.json'];
/** What the build measures, each in the manifest. */
const MEASURED = /\.(?:js|mjs|css)$/;

/**
 * The files of a built front end, in the order of their names. A build taken from the cache comes on
 * top of the former one, after a change that was undone for example: what that one left is not ours.
 *
 * @throws StartRefusal when it is not built
 */
export function readBundle(folder: string): BundleFile[] {
  const chemins = listFiles(folder).filter((chemin) => !COMPRESSED.test(chemin));
  if (chemins.length === 0) throw notBuilt(folder);
  const measures = chemins
    .filter((chemin) => MANIFESTS.includes(chemin))
    .map((chemin) => readMeasures(join(folder, chemin)))
    .find((found) => found !== null);
  const isLeftOver = (chemin: string): boolean =>
    measures !== undefined && MEASURED.test(chemin) && !Object.hasOwn(measures, chemin);
  return chemins
    .filter((chemin) => !isLeftOver(chemin))
    .toSorted()
    .map((chemin) => ({ chemin, contenu: readFileSync(join(folder, chemin)) }));
}

/** Null for a manifest without any: the registry says what is wrong with it. */
function readMeasures(path: string): object | null {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof manifest !== 'object' || manifest === null) return null;
    if ('integrite' in manifest && typeof manifest.integrite === 'object') {
      return manifest.integrite;
    }
    // The import map's own word.
    if ('integrity' in manifest && typeof manifest.integrity === 'object') {
      return manifest.integrity;
    }
    return null;
  } catch {
    return null;
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  } catch (error) {
    throw notBuilt(folder, error);
  }
}

function notBuilt(folder: string, cause?: unknown): StartRefusal {
  return new StartRefusal(
    `Rien n'est construit dans ${folder} ; reconstruisez le projet avec npm start.`,
    cause,
  );
}
