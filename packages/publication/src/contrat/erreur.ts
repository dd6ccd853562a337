import { z } from 'zod';

/** Body of every refusal of the registry: 400, 401, 403, 404, 409, 413, 422, 429, 5xx. */
export const erreurDuRegistreSchema = z.object({
  erreur: z.object({
    code: z.string(),
    /** French: what happened, why. */
    message: z.string(),
    /** French: what to do. */
    remede: z.string().default(''),
    /** To quote to support. */
    reference: z.string().optional(),
  }),
});
export type ErreurDuRegistre = z.infer<typeof erreurDuRegistreSchema>;
