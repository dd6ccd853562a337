import { z } from 'zod';
import { canalSchema, editeurSchema, empreinteSchema } from '../codes.js';
import { cheminDeFichierSchema } from '../lot.js';
import { cibleSchema } from '../publication.js';
import { rapportSchema } from './rapport.js';
import { surUneLigne, uneLigne } from './une-ligne.js';

const adresse = z.url({ protocol: /^https?$/, error: 'doit être une adresse http(s)' });
const commit = uneLigne.max(100).optional();

/**
 * `POST /v1/schemas` (publishes) and `POST /v1/verifications/schema` (checks only). The partner is
 * the token's; an agent's page never sends this.
 */
export const demandeSchemaSchema = z.object({
  canal: canalSchema,
  schema: z.string().min(1).max(1_048_576),
  /** Where the subgraph answers GraphQL; the live one when absent. */
  url: adresse.optional(),
  /** `<url>/stream` by default. */
  fluxUrl: adresse.optional(),
  /** `/sante/pret` of the same origin by default. */
  santeUrl: adresse.optional(),
  commit,
});
export type DemandeSchema = z.infer<typeof demandeSchemaSchema>;

export const fichierEnvoyeSchema = z.object({
  chemin: cheminDeFichierSchema,
  /** Base64. */
  contenu: z.string(),
});

/**
 * `POST /v1/modules` and `POST /v1/verifications/module`. `lot: 'module'` is the partner's own;
 * `coquille` and `partages` are published by `commun`. The bundle holds `manifest.json` (or
 * `partages.json`), and `documents.json` (`{ "sha256:…": "query …" }`) when it persists documents.
 * Compressed copies (`.br`, `.gz`) are not sent.
 */
export const demandeModuleSchema = z.object({
  canal: canalSchema,
  lot: z.enum(['module', 'coquille', 'partages']).default('module'),
  fichiers: z.array(fichierEnvoyeSchema).min(1).max(400),
  /** A canary: these people only, until it is promoted. */
  cible: cibleSchema.nullable().default(null),
  commit,
});
export type DemandeModule = z.input<typeof demandeModuleSchema>;

/** Answer of `POST /v1/schemas`, `/v1/modules`, `/v1/promotions`, `/v1/retours`: HTTP 200 or 422. */
export const resultatPublicationSchema = z.object({
  /** False: nothing was changed; the report says why, or `inchange` that it was already so. */
  publie: z.boolean(),
  inchange: z.boolean(),
  canal: canalSchema,
  /** Number of the publication that holds it; null when refused. */
  numero: z.number().int().nullable(),
  revision: z.number().int().nullable(),
  empreinte: empreinteSchema.nullable(),
  rapport: rapportSchema,
});
export type ResultatPublication = z.infer<typeof resultatPublicationSchema>;

/** `POST /v1/promotions`: the caller's own, from recette to production, or a canary to everyone. */
export const demandePromotionSchema = z.object({
  genre: z.enum(['schema', 'module']),
  lot: z.enum(['module', 'coquille', 'partages']).default('module'),
  /** `recette-production`: what recette serves. `canari`: the canary of `canal`, to all. */
  quoi: z.enum(['recette-production', 'canari']),
  canal: canalSchema.default('production'),
  /** An agent's page names its partner; a token's is its own. */
  editeur: editeurSchema.optional(),
  commit,
});
export type DemandePromotion = z.input<typeof demandePromotionSchema>;

/**
 * `POST /v1/retours`: puts back the caller's own schema and module as they were in publication
 * `vers`, under a new number. `vers` absent: as just before their last change.
 *
 * Going back to a number is refused while clients seen lately would break, unless `malgreTout`.
 * Undoing the last change never waits: it says whom it breaks, and does it.
 */
export const demandeRetourSchema = z.object({
  canal: canalSchema.default('production'),
  vers: z.number().int().positive().optional(),
  genres: z
    .array(z.enum(['schema', 'module']))
    .min(1)
    .default(['schema', 'module']),
  motif: surUneLigne((texte) => texte.min(3, 'doit dire pourquoi').max(500)),
  /** These clients are known to break; the journal keeps that it was said, and why. */
  malgreTout: z.boolean().default(false),
  editeur: editeurSchema.optional(),
});
export type DemandeRetour = z.input<typeof demandeRetourSchema>;
