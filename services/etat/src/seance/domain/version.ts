import { z } from 'zod';
import { SujetDecision } from './decision.js';
import { type Presence, StatutSeance } from './seance.js';

// What is kept of each former version: read back from our own archive. What a version does not
// say was not kept when it was archived.

const partenaire = z.enum(['ETAT', 'REGION', 'POLE_EMPLOI']);
const texteOuRien = z.string().nullable().default(null);

export const presenceGardee = z.object({
  fonction: z.string(),
  organisation: z.string(),
  partenaire: partenaire.nullable().default(null),
  present: z.boolean().default(false),
  signataire: z.boolean().default(false),
  voix: z.boolean().default(false),
}) satisfies z.ZodType<Presence>;

export const seanceGardee = z.object({
  jour: z.string().optional(),
  debut: texteOuRien,
  fin: texteOuRien,
  lieu: texteOuRien,
  objet: texteOuRien,
  statut: z.enum(StatutSeance),
  publique: z.boolean().default(false),
  presences: z.array(presenceGardee),
});

export const ordreGarde = z.object({
  points: z.array(
    z.object({
      id: z.string(),
      titre: z.string(),
      duree: z.number().nullable().default(null),
      partenaire,
    }),
  ),
});

export const releveGarde = z.object({ texte: z.string() });

export const decisionGardee = z.object({
  texte: z.string(),
  responsable: partenaire,
  fonctionResponsable: z.string().nullable(),
  echeance: z.string().nullable(),
  engagement: z.string().nullable(),
  sujets: z.array(z.enum(SujetDecision)),
  statut: z.string().optional(),
});

/** A version of something, with the one that it took the place of. */
export interface Version {
  readonly version: number;
  readonly auteur: string;
  readonly le: Date;
  /** The one that is in force. */
  readonly presente: boolean;
  readonly contenu: unknown;
  /** Null when nothing was kept before it. */
  readonly avant: unknown;
}
