import { z } from 'zod';
import { empreinteSchema } from './codes.js';

/** Files of a module, shell or shared bundle, without their compressed copies. */
export const LIMITES_DE_LOT = {
  fichiers: 400,
  octetsParFichier: 4 * 1024 * 1024,
  octets: 12 * 1024 * 1024,
} as const;

/** Relative, plain, with an extension; no hidden file, no way up. */
export const cheminDeFichierSchema = z
  .string()
  .max(200)
  .regex(/^(?!.*(?:^|\/)\.)[\w@~-][\w@.~-]*(\/[\w@~-][\w@.~-]*)*\.[a-z0-9]+$/, 'chemin refusé');

export const fichierDeLotSchema = z.object({
  chemin: cheminDeFichierSchema,
  /** Bytes, uncompressed. */
  taille: z.number().int().nonnegative(),
  /** Where its content is found in the registry: `GET /v1/fichiers/<empreinte>`. */
  empreinte: empreinteSchema,
  /** As browsers check it (sha384), worked out by the registry itself. */
  integrite: z.string().regex(/^sha384-[A-Za-z0-9+/]+=*$/),
});
export type FichierDeLot = z.infer<typeof fichierDeLotSchema>;

/** `module.json` and what the build made of it; shape of `manifest.json` of a module or the shell. */
export const manifesteDeModuleSchema = z.object({
  nom: z.string(),
  version: z.string().default('0.0.0'),
  entree: z.string(),
  css: z.array(z.string()).default([]),
  routes: z.array(z.looseObject({ chemin: z.string() })).default([]),
  navigation: z.array(z.looseObject({ chemin: z.string() })).default([]),
  emplacements: z.array(z.string()).default([]),
  /** Names that the page's import map must give. */
  requires: z.array(z.string()).default([]),
});
export type ManifesteDeModule = z.infer<typeof manifesteDeModuleSchema>;

/** `partages.json`: name -> file of the import map, and the style sheets of the page. */
export const manifesteDesPartagesSchema = z.object({
  imports: z.record(z.string(), z.string()),
  css: z.array(z.string()).default([]),
});
export type ManifesteDesPartages = z.infer<typeof manifesteDesPartagesSchema>;
