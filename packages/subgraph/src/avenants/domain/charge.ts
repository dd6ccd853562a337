import type { TexteProtocole } from '@passerelle/demo-data';
import { z } from 'zod';

const partenaire = z.enum(['etat', 'region', 'pole-emploi']);

/** A whole text, as an act carries it; extra keys would change its hash and are refused. */
export const texteSchema: z.ZodType<TexteProtocole> = z.strictObject({
  protocole: z.strictObject({
    id: z.string(),
    intitule: z.string(),
    signeLe: z.string(),
    lieu: z.string(),
    signataires: z.array(
      z.strictObject({ fonction: z.string(), organisation: z.string(), partenaire }),
    ),
    enPresenceDe: z.array(z.string()),
    texteOfficiel: z.boolean(),
    source: z.string(),
  }),
  enjeux: z.array(
    z.strictObject({
      numero: z.number(),
      libelle: z.string(),
      texteOfficiel: z.boolean(),
      source: z.string(),
    }),
  ),
  engagements: z.array(
    z.strictObject({
      code: z.string(),
      numero: z.number(),
      libelle: z.string(),
      texteOfficiel: z.boolean(),
      source: z.string(),
      enjeu: z.number(),
      pilote: partenaire,
      copilotes: z.array(partenaire),
      echeance: z.string(),
      retireLe: z.string().optional(),
    }),
  ),
});

const empreinte = z.string().regex(/^[0-9a-f]{64}$/);

export const chargeProposeSchema = z.object({
  nature: z.enum(['AVENANT', 'TRANSCRIPTION']),
  version: z.int().min(2),
  empreinte,
  texte: texteSchema,
});

export const chargeValideSchema = z.object({ empreinte });

export const chargePublieSchema = z.object({
  empreinte,
  version: z.int().min(2),
  /** Civil date. */
  enVigueurLe: z.iso.date(),
});
