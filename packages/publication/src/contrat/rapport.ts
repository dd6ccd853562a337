import { z } from 'zod';
import { canalSchema, editeurSchema } from '../codes.js';

/** What a finding is about: how the report is grouped. */
export const FAMILLES = [
  'composition',
  'responsabilite',
  'rupture',
  'regle',
  'adresse',
  'service',
  'module',
] as const;

export const usageRompuSchema = z.object({
  /** `MODULE`: a persisted document of a deployed module; `CLIENT`: an operation really sent. */
  genre: z.enum(['CLIENT', 'MODULE']),
  client: z.string(),
  version: z.string(),
  operation: z.string().nullable(),
  /** ISO instant. */
  vuLe: z.string(),
  certitude: z.enum(['CERTAINE', 'POSSIBLE']),
});

export const constatSchema = z.object({
  /** Stable, listed in the registry's README. */
  code: z.string(),
  gravite: z.enum(['REFUS', 'AVERTISSEMENT', 'INFORMATION']),
  famille: z.enum(FAMILLES),
  /** Schema coordinate: `Instance.type`. */
  coordonnee: z.string().optional(),
  /** In the candidate's SDL, from 1. */
  lieu: z.object({ ligne: z.number().int(), colonne: z.number().int() }).optional(),
  /** In the candidate's bundle. */
  fichier: z.string().optional(),
  /** French: what is refused, and why. */
  message: z.string(),
  /** French: the way out; empty when nothing has to be done. */
  remede: z.string(),
  /** Partner in whose live part it was found, when that is not the publisher's own. */
  chez: z.string().optional(),
  /** Partner whose agreement would be needed. */
  accordDe: z.string().optional(),
  /** Whose query would break, most recent first; at most 20. */
  usages: z.array(usageRompuSchema).optional(),
});
export type Constat = z.infer<typeof constatSchema>;

export const changementSchema = z.object({
  code: z.string(),
  coordonnee: z.string(),
  severite: z.enum(['CASSANT', 'RISQUE', 'SANS_RISQUE']),
  message: z.string(),
});
export type Changement = z.infer<typeof changementSchema>;

/** What the registry answers to a candidate, published or not. */
export const rapportSchema = z.object({
  genre: z.enum(['schema', 'module', 'retour', 'carte']),
  editeur: editeurSchema,
  canal: canalSchema,
  /** Number of the live publication that it was judged against; 0 when there is none. */
  surPublication: z.number().int().nonnegative(),
  /** No finding of gravity `REFUS`. */
  accepte: z.boolean(),
  constats: z.array(constatSchema),
  /** Differences with the live graph that clients see; empty for a module. */
  changements: z.array(changementSchema),
  dureeMs: z.number(),
});
export type Rapport = z.infer<typeof rapportSchema>;
