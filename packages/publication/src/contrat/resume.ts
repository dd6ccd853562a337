import { z } from 'zod';
import { canalSchema, editeurSchema } from '../codes.js';
import { acquittementSchema, etatSchema } from './etat.js';
import { changementSchema, rapportSchema } from './rapport.js';

/** One thing that a publication changed: nothing before (`null`), or nothing left after. */
export const differenceSchema = z.object({
  editeur: editeurSchema,
  quoi: z.enum(['schema', 'module', 'canari', 'coquille', 'partages', 'carte']),
  /** Numbers of the revisions. */
  avant: z.number().int().nullable(),
  apres: z.number().int().nullable(),
  /** For a schema: what clients see of it. */
  changements: z.array(changementSchema).default([]),
});
export type Difference = z.infer<typeof differenceSchema>;

/** `GET /v1/publications/:canal/:numero/resume`. */
export const resumeDePublicationSchema = z.object({
  canal: canalSchema,
  numero: z.number().int().positive(),
  publieeLe: z.string(),
  /** As in the journal: « jeton … », « agent … », « registre ». */
  par: z.string(),
  commit: z.string().nullable(),
  /** French, one sentence: that of the journal. */
  resume: z.string(),
  /** Reason given, for a rollback. */
  motif: z.string().nullable(),
  /** Number of the one before; null for the first. */
  precedente: z.number().int().nullable(),
  /** Number of the one after; null for the live one. */
  suivante: z.number().int().nullable(),
  differences: z.array(differenceSchema),
  /** Revisions that it holds, in the shape of the state. */
  carte: z.number().int(),
  partenaires: etatSchema.shape.partenaires,
  commun: etatSchema.shape.commun,
  acquittements: z.array(acquittementSchema.extend({ le: z.string() })),
});
export type ResumeDePublication = z.infer<typeof resumeDePublicationSchema>;

/** `details` of a line of the journal: what there is, by name; more may come. */
export const detailsDeJournalSchema = z.looseObject({
  rapport: rapportSchema.optional(),
  motif: z.string().optional(),
  /** Publication whose revisions were put back. */
  vers: z.number().int().optional(),
  differences: z.array(differenceSchema).optional(),
});
