import { z } from 'zod';
import { editeurSchema } from '../codes.js';
import { uneLigne } from './une-ligne.js';

/**
 * What a token may do, for its partner alone: `schema` and `module` publish, promote and roll back
 * what they name; `administration` makes and revokes the partner's tokens, agrees to changes of the
 * ownership map, and does what the two others do; `lecture` only reads; `passerelle` is a gateway's
 * (receives publications, acknowledges, reports); `racine` is the platform's own, and only makes a
 * partner's first administration token, gateways' tokens, and rotates keys.
 */
export const GENRES_DE_JETON = [
  'schema',
  'module',
  'administration',
  'lecture',
  'passerelle',
  'racine',
] as const;
export type GenreDeJeton = (typeof GENRES_DE_JETON)[number];

/** `POST /v1/jetons`. */
export const demandeJetonSchema = z.object({
  nom: uneLigne.min(2).max(80),
  genre: z.enum(GENRES_DE_JETON),
  /** Only the root token names another than itself. */
  editeur: editeurSchema.optional(),
  /** ISO instant; none: until revoked. */
  expireLe: z.iso.datetime().nullable().default(null),
});
export type DemandeJeton = z.input<typeof demandeJetonSchema>;

export const jetonSchema = z.object({
  id: z.string(),
  nom: z.string(),
  genre: z.enum(GENRES_DE_JETON),
  editeur: editeurSchema,
  creeLe: z.string(),
  creePar: z.string(),
  expireLe: z.string().nullable(),
  dernierUsageLe: z.string().nullable(),
  revoqueLe: z.string().nullable(),
});
export type Jeton = z.infer<typeof jetonSchema>;

/** Answer of `POST /v1/jetons`: the only time its secret is shown. */
export const jetonCreeSchema = jetonSchema.extend({ secret: z.string() });

/** `GET /v1/jetons`: those of the caller's partner, newest first, revoked ones included. */
export const listeDeJetonsSchema = z.object({ jetons: z.array(jetonSchema) });
