import { z } from 'zod';
import { PARTENAIRES } from './partenaires.js';
import { ROLES } from './roles.js';

export const MAILLES = ['REGION', 'DEPARTEMENT', 'ARRONDISSEMENT', 'EPCI', 'COMMUNE'] as const;

export type Maille = (typeof MAILLES)[number];

export const territoireSchema = z.object({
  code: z.string().min(1).max(20),
  maille: z.enum(MAILLES),
});

export const identiteSchema = z.object({
  sujet: z.string().min(1).max(255),
  nature: z.enum(['agent', 'integrateur', 'service']),
  /** As shown: « chargé de mission ». */
  fonction: z.string().max(200),
  organisation: z.string().max(200),
  /** The house for which this identity may act; an organisation is not a house. */
  partenaire: z.enum(PARTENAIRES).nullable(),
  roles: z.array(z.enum(ROLES)).max(20),
  scopes: z.array(z.string().max(100)).max(100),
  territoire: territoireSchema.nullable(),
  /** The purpose declared for this request; null when the operation needs none. */
  finalite: z.string().max(200).nullable(),
  /** How the person signed in, as the identity provider says (`pwd`, `mfa`, `pop` …). */
  amr: z.array(z.string().max(50)).max(20),
});

/** Who asks, as every part of the platform understands it. */
export type Identite = z.infer<typeof identiteSchema>;
export type Territoire = z.infer<typeof territoireSchema>;
