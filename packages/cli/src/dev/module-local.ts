import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { echecLocal, SORTIE } from '../echec.js';
import { lancerScript } from './script-de-paquet.js';

/** The partner's module, built again at each change and served to this machine's browsers. */
export interface ModuleLocal {
  /** What the portal is asked to take instead of the published module. */
  readonly entree: string;
  /** Makes the typed documents again when a `.graphql` file has changed. */
  regarder(): Promise<void>;
  /** The same, against this graph from now on. */
  suivreLeGraphe(apiSdl: string): Promise<void>;
  arreter(): Promise<void>;
}

export interface ModuleLocalDeps {
  readonly dossier: string;
  readonly racine: string;
  /** Where the trial writes. */
  readonly essai: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dire: (texte: string) => void;
}

/** By the portal's own tool, in the version that the module's folder has. */
export async function servirModule(deps: ModuleLocalDeps): Promise<ModuleLocal> {
  const { dossier, racine, essai, dire } = deps;
  const outil = await trouverOutil(dossier);
  const graphe = join(essai, 'graphe.graphql');
  let env = deps.env;
  let enCours = Promise.resolve();
  // One at a time: two generators would write the same files.
  const generer = (): Promise<void> => {
    enCours = enCours.then(async () => {
      const journal = join(essai, 'journaux', 'documents.log');
      const { sortie, dit } = await lancerScript('generate', { dossier, racine, env, journal });
      if (sortie !== 0) dire(`Les documents du module ne valent pas contre ce graphe :\n${dit}`);
    });
    return enCours;
  };
  await generer();
  let vus = await lireDocuments(dossier);
  const servi = await outil.serveModule({
    root: dossier,
    port: 0,
    onBuild(erreur) {
      if (erreur !== null) dire(`Le module ne se construit pas : ${erreur.message}`);
    },
  });
  return {
    entree: servi.entry,
    async regarder() {
      const documents = await lireDocuments(dossier);
      if (documents === vus) return;
      vus = documents;
      await generer();
    },
    async suivreLeGraphe(apiSdl) {
      await mkdir(dirname(graphe), { recursive: true });
      await writeFile(graphe, apiSdl);
      env = { ...deps.env, PASSERELLE_GRAPHE: graphe };
      await generer();
    },
    async arreter() {
      await servi.close();
      await enCours;
    },
  };
}

// Read rather than watched: editors replace files, which watchers lose.
async function lireDocuments(dossier: string): Promise<string> {
  const entrees = await readdir(join(dossier, 'src'), { recursive: true, withFileTypes: true });
  const fichiers = entrees.filter((entree) => entree.isFile() && entree.name.endsWith('.graphql'));
  const textes = fichiers.map(({ parentPath, name }) =>
    readFile(join(parentPath, name), 'utf8').catch(() => ''),
  );
  return (await Promise.all(textes)).join('\n');
}

interface Outil {
  serveModule(options: {
    root: string;
    port: number;
    onBuild: (erreur: Error | null) => void;
  }): Promise<{ entry: string; close: () => Promise<void> }>;
}

async function trouverOutil(dossier: string): Promise<Outil> {
  const chemin = createRequire(join(dossier, 'package.json')).resolve('@passerelle/portal-build');
  const outil: unknown = await import(pathToFileURL(chemin).href);
  if (saitServir(outil)) return outil;
  throw echecLocal(
    SORTIE.USAGE,
    'ESSAI_IMPOSSIBLE',
    'Le paquet @passerelle/portal-build de ce module est trop ancien pour le servir.',
    'Mettez les paquets @passerelle à jour, ou essayez le service seul avec --sans-module.',
  );
}

function saitServir(outil: unknown): outil is Outil {
  return (
    typeof outil === 'object' &&
    outil !== null &&
    'serveModule' in outil &&
    typeof outil.serveModule === 'function'
  );
}
