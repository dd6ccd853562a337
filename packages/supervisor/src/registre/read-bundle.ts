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

/**
 * The files of a built front end, in the order of their names.
 *
 * @throws StartRefusal when it is not built
 */
export function readBundle(folder: string): BundleFile[] {
  const chemins = listFiles(folder).filter((chemin) => !COMPRESSED.test(chemin));
  if (chemins.length === 0) throw notBuilt(folder);
  return chemins.toSorted().map((chemin) => ({
    chemin,
    contenu: readFileSync(join(folder, chemin)),
  }));
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
