import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { echecLocal, SORTIE } from '../echec.js';

/** The partner's module, built again at each change and served to this machine's browsers. */
export interface ModuleLocal {
  /** Address of its entry. */
  readonly url: string;
  close(): Promise<void>;
}

/** By the portal's own tool, in the version that the module's folder has. */
export async function servirModule(dossier: string): Promise<ModuleLocal> {
  const outil: unknown = await import(
    pathToFileURL(createRequire(join(dossier, 'package.json')).resolve('@passerelle/portal-build'))
      .href
  );
  if (!saitServir(outil)) {
    throw echecLocal(
      SORTIE.USAGE,
      'ESSAI_IMPOSSIBLE',
      'Le paquet @passerelle/portal-build de ce module est trop ancien pour le servir.',
      'Mettez les paquets @passerelle à jour, ou essayez le service seul avec --sans-module.',
    );
  }
  return outil.serveModule({ root: dossier });
}

interface Outil {
  serveModule(options: { root: string }): Promise<ModuleLocal>;
}

function saitServir(outil: unknown): outil is Outil {
  return (
    typeof outil === 'object' &&
    outil !== null &&
    'serveModule' in outil &&
    typeof outil.serveModule === 'function'
  );
}
