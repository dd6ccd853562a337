import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Publication } from '../supergraph/publication.js';

const integrity = z.record(z.string(), z.string().regex(/^sha(256|384|512)-/));

const sharedSchema = z.object({
  imports: z.record(z.string(), z.string()),
  integrity,
  css: z.array(z.string()),
});

const manifestSchema = z.object({
  nom: z.string(),
  version: z.string().optional(),
  entree: z.string(),
  css: z.array(z.string()).default([]),
  routes: z.array(z.looseObject({ chemin: z.string() })).default([]),
  navigation: z.array(z.looseObject({ chemin: z.string() })).default([]),
  emplacements: z.array(z.string()).default([]),
  requires: z.array(z.string()).default([]),
  integrite: integrity.default({}),
});

export type SharedManifest = z.infer<typeof sharedSchema>;
export type ModuleManifest = z.infer<typeof manifestSchema>;

/** What the portal is made of, read from the folders that a publication names. */
export interface PortalFolders {
  partages: { dossier: string; manifest: SharedManifest };
  coquille: { dossier: string; manifest: ModuleManifest };
  modules: { partenaire: string; dossier: string; manifest: ModuleManifest }[];
  /** Modules whose manifest could not be read: the portal opens without them. */
  absents: { partenaire: string; cause: unknown }[];
}

/**
 * @returns null when the publication has no portal
 * @throws when the shell or the shared files can't be read: without them there is no page
 */
export async function readPortalFolders(
  portail: Publication['portail'],
): Promise<PortalFolders | null> {
  if (portail === undefined) return null;
  const partages = sharedSchema.parse(await readJson(portail.partages, 'partages.json'));
  const coquille = manifestSchema.parse(await readJson(portail.coquille, 'manifest.json'));
  const modules: PortalFolders['modules'] = [];
  const absents: PortalFolders['absents'] = [];
  for (const { partenaire, dossier } of portail.modules) {
    try {
      const manifest = manifestSchema.parse(await readJson(dossier, 'manifest.json'));
      modules.push({ partenaire, dossier, manifest });
    } catch (cause) {
      absents.push({ partenaire, cause });
    }
  }
  return {
    partages: { dossier: portail.partages, manifest: partages },
    coquille: { dossier: portail.coquille, manifest: coquille },
    modules,
    absents,
  };
}

async function readJson(dossier: string, fichier: string): Promise<unknown> {
  return JSON.parse(await readFile(join(dossier, fichier), 'utf8'));
}
