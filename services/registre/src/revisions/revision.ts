import {
  empreinteOf,
  empreinteSchema,
  fichierDeLotSchema,
  manifesteDeModuleSchema,
  manifesteDesPartagesSchema,
  type SousGraphePublie,
} from '@passerelle/publication';
import { z } from 'zod';

/** Kinds of revisions kept here; the map keeps its own. */
export type Lot = 'schema' | 'module' | 'coquille' | 'partages';

/** Which revision: of whom, of what, which number. */
export interface RefDeRevision {
  readonly editeur: string;
  readonly lot: Lot;
  readonly numero: number;
}

const documents = z.array(z.object({ empreinte: empreinteSchema, texte: z.string() }));

export const contenuDeSchemaSchema = z.object({
  schema: z.string(),
  /** Of the schema alone, whatever its layout: what the process says it serves. */
  empreinte: empreinteSchema,
  url: z.string(),
  fluxUrl: z.string(),
  santeUrl: z.string(),
});
export type ContenuDeSchema = z.infer<typeof contenuDeSchemaSchema>;

/** What every bundle has. */
export const contenuDeLotSchema = z.object({
  fichiers: z.array(fichierDeLotSchema),
  documents,
  /** Shared files have no version of their own. */
  manifeste: z.object({ version: z.string().default('-') }),
});
export type ContenuDeLot = z.infer<typeof contenuDeLotSchema>;

export const contenuDeModuleSchema = contenuDeLotSchema.extend({
  manifeste: manifesteDeModuleSchema,
});
export type ContenuDeModule = z.infer<typeof contenuDeModuleSchema>;

export const contenuDesPartagesSchema = contenuDeLotSchema.extend({
  manifeste: manifesteDesPartagesSchema,
});
export type ContenuDesPartages = z.infer<typeof contenuDesPartagesSchema>;

/** What makes two revisions of a schema the same: its text whatever the layout, and where it runs. */
export function identiteDeSchema(contenu: Omit<ContenuDeSchema, 'schema'>): string {
  const { empreinte, url, fluxUrl, santeUrl } = contenu;
  return empreinteOf(JSON.stringify([empreinte, url, fluxUrl, santeUrl]));
}

/** What makes two bundles the same: their files. */
export function identiteDeLot(fichiers: readonly { chemin: string; empreinte: string }[]): string {
  const lignes = fichiers.map(({ chemin, empreinte }) => `${chemin} ${empreinte}`);
  return empreinteOf(lignes.toSorted().join('\n'));
}

export function sousGrapheOf(
  partenaire: string,
  revision: number,
  contenu: ContenuDeSchema,
): SousGraphePublie {
  return { partenaire, revision, ...contenu };
}
