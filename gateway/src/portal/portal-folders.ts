import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import {
  cheminDeFichierSchema,
  empreinteOf,
  type FichierDeLot,
  integriteOf,
  manifesteDeModuleSchema,
  manifesteDesPartagesSchema,
  type PortailPublie,
} from '@passerelle/publication';
import type { PortalSource } from '../registre/portal-source.js';
import type { Publication } from '../supergraph/publication.js';

/** A portal read from the folders that an unsigned publication names. */
export interface PortalFolders extends PortalSource {
  /** Modules whose manifest could not be read: the portal opens without them. */
  absents: { partenaire: string; cause: unknown }[];
}

interface ReadFolder {
  /** Comes from the content, so that an unchanged folder keeps its addresses. */
  revision: number;
  fichiers: FichierDeLot[];
}

/**
 * @returns null when the publication has no portal
 * @throws when the shell or the shared files can't be read: without them there is no page
 */
export async function readPortalFolders(
  portail: Publication['portail'],
): Promise<PortalFolders | null> {
  if (portail === undefined) return null;
  const contents = new Map<string, Uint8Array>();
  const partages = {
    ...(await readFolder(portail.partages, contents)),
    manifeste: manifesteDesPartagesSchema.parse(await readJson(portail.partages, 'partages.json')),
  };
  const coquille = {
    ...(await readFolder(portail.coquille, contents)),
    manifeste: manifesteDeModuleSchema.parse(await readJson(portail.coquille, 'manifest.json')),
  };
  const modules: PortailPublie['modules'] = [];
  const absents: PortalFolders['absents'] = [];
  for (const { partenaire, dossier } of portail.modules) {
    try {
      const manifeste = manifesteDeModuleSchema.parse(await readJson(dossier, 'manifest.json'));
      const folder = await readFolder(dossier, contents);
      modules.push({ partenaire, versions: [{ ...folder, cible: null, manifeste }] });
    } catch (cause) {
      absents.push({ partenaire, cause });
    }
  }
  return {
    portail: { partages, coquille, modules, gardes: [] },
    fichiers: {
      async get(empreinte) {
        const contenu = contents.get(empreinte);
        if (contenu === undefined) throw new Error(`${empreinte} is in no folder`);
        return contenu;
      },
    },
    absents,
  };
}

async function readFolder(dossier: string, contents: Map<string, Uint8Array>): Promise<ReadFolder> {
  const fichiers: FichierDeLot[] = [];
  const entries = await readdir(dossier, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const chemin = path.slice(join(dossier, sep).length).replaceAll(sep, '/');
    // A link that leads out of the folder is not served, whoever put it there.
    if (!entry.isFile() || /\.(br|gz)$/.test(chemin)) continue;
    if (!cheminDeFichierSchema.safeParse(chemin).success) continue;
    const contenu = await readFile(path);
    const empreinte = empreinteOf(contenu);
    contents.set(empreinte, contenu);
    const integrite = integriteOf(contenu);
    fichiers.push({ chemin, taille: contenu.byteLength, empreinte, integrite });
  }
  fichiers.sort((a, b) => (a.chemin < b.chemin ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(fichiers)).digest('hex');
  return { revision: Number.parseInt(digest.slice(0, 7), 16) + 1, fichiers };
}

async function readJson(dossier: string, fichier: string): Promise<unknown> {
  return JSON.parse(await readFile(join(dossier, fichier), 'utf8'));
}
