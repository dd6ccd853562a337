import { z } from 'zod';
import { canalSchema, editeurSchema, empreinteSchema } from './codes.js';
import { fichierDeLotSchema, manifesteDeModuleSchema, manifesteDesPartagesSchema } from './lot.js';
import { trousseauSchema } from './signature/trousseau.js';

const adresse = z.url({ protocol: /^https?$/, error: 'doit être une adresse http(s)' });

/** For whom a version tried on a few is meant; somebody who fits either list gets it. */
export const cibleSchema = z.object({
  roles: z.array(z.string().max(60)).max(30).default([]),
  organisations: z.array(z.string().max(200)).max(100).default([]),
});
export type Cible = z.infer<typeof cibleSchema>;

export const sousGraphePublieSchema = z.object({
  partenaire: editeurSchema,
  /** Number of the schema's revision. */
  revision: z.number().int().positive(),
  empreinte: empreinteSchema,
  url: adresse,
  fluxUrl: adresse,
  santeUrl: adresse,
  schema: z.string().min(1),
});
export type SousGraphePublie = z.infer<typeof sousGraphePublieSchema>;

/** A module's revision that some or all agents get. */
export const versionDeModuleSchema = z.object({
  revision: z.number().int().positive(),
  /** Null: everyone. Else a canary: these people only. */
  cible: cibleSchema.nullable(),
  manifeste: manifesteDeModuleSchema,
  fichiers: z.array(fichierDeLotSchema),
});
export type VersionDeModule = z.infer<typeof versionDeModuleSchema>;

export const modulePublieSchema = z.object({
  partenaire: editeurSchema,
  /** Canaries first, at most one version for everyone, which comes last. */
  versions: z.array(versionDeModuleSchema).min(1),
});

const lotPublie = <M extends z.ZodType>(manifeste: M) =>
  z.object({
    revision: z.number().int().positive(),
    manifeste,
    fichiers: z.array(fichierDeLotSchema),
  });

/** Files of past versions that tabs opened before may still ask. */
export const lotGardeSchema = z.object({
  /** `coquille`, `partages`, or a partner's code. */
  lot: z.string(),
  revision: z.number().int().positive(),
  fichiers: z.array(fichierDeLotSchema),
});

export const portailPublieSchema = z.object({
  partages: lotPublie(manifesteDesPartagesSchema),
  coquille: lotPublie(manifesteDeModuleSchema),
  modules: z.array(modulePublieSchema),
  gardes: z.array(lotGardeSchema).default([]),
});
export type PortailPublie = z.infer<typeof portailPublieSchema>;

/** A document that a module sends by its fingerprint alone. */
export const documentPersisteSchema = z.object({
  empreinte: empreinteSchema,
  partenaire: editeurSchema,
  texte: z.string().min(1),
});
export type DocumentPersiste = z.infer<typeof documentPersisteSchema>;

/**
 * One consistent set of revisions: everything that a gateway needs to serve the graph and the
 * portal. What is signed is its JSON text, byte for byte.
 */
export const publicationSchema = z.object({
  format: z.literal(1),
  canal: canalSchema,
  /** Only grows, by one, within a channel; a rollback is a new number. */
  numero: z.number().int().positive(),
  /** ISO instant. */
  publieeLe: z.iso.datetime(),
  /** Revision of the ownership map under which it was accepted. */
  carte: z.number().int().nonnegative(),
  sousGraphes: z.array(sousGraphePublieSchema),
  /** Composed by the registry, so that gateways need not; null while nothing is published. */
  supergraphe: z.string().nullable(),
  portail: portailPublieSchema.nullable(),
  documents: z.array(documentPersisteSchema),
  /** Public keys that gateways trust from now on: how keys are rotated. */
  cles: trousseauSchema,
});

/** @see publicationSchema */
export type Publication = z.infer<typeof publicationSchema>;
