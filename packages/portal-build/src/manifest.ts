import { integrityOf } from './integrity.js';

/** What a team writes about its module, in `module.json`. */
export interface ModuleDescription {
  nom: string;
  partenaire?: string;
  version: string;
  routes: readonly { chemin: string; titre: string }[];
  navigation: readonly { libelle: string; chemin: string; section: string; ordre: number }[];
  emplacements: readonly string[];
}

/** What the gateway reads to publish a module: the description, and what the build made. */
export interface ModuleManifest extends ModuleDescription {
  schema: 1;
  entree: string;
  css: readonly string[];
  requires: readonly string[];
  integrite: Readonly<Record<string, string>>;
}

/** A built file, as the bundler gives it. */
export interface BuiltFile {
  fileName: string;
  content: string | Uint8Array;
  isEntry: boolean;
  /** Specifiers and files that it imports, static and dynamic. */
  imports: readonly string[];
}

/**
 * @throws when the build has no single entry, or imports something that is neither one of its own
 * files nor offered by the import map: in the browser that module would not load at all
 */
export function buildManifest(
  description: ModuleDescription,
  files: readonly BuiltFile[],
  isShared: (specifier: string) => boolean,
): ModuleManifest {
  const entries = files.filter((file) => file.isEntry);
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    throw new Error(`A module has one entry; this build has ${entries.length}.`);
  }
  const own = new Set(files.map((file) => file.fileName));
  const requires = [...new Set(files.flatMap((file) => file.imports))]
    .filter((specifier) => !own.has(specifier))
    .sort();
  const foreign = requires.filter((specifier) => !isShared(specifier));
  if (foreign.length > 0) {
    throw new Error(`Not offered by the import map: ${foreign.join(', ')}.`);
  }
  const sorted = [...files].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  return {
    schema: 1,
    ...description,
    entree: entry.fileName,
    css: sorted.map((file) => file.fileName).filter((name) => name.endsWith('.css')),
    requires,
    integrite: Object.fromEntries(
      sorted
        .filter((file) => /\.(js|css)$/.test(file.fileName))
        .map((file) => [file.fileName, integrityOf(file.content)]),
    ),
  };
}
