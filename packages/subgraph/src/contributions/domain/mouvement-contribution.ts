import { z } from 'zod';

/** Kind of movement written to the outbox by each act on a contribution. */
export const MOUVEMENT_CONTRIBUTION = 'contribution';

export const mouvementContributionSchema = z.object({
  engagement: z.string(),
  version: z.number(),
  acte: z.enum(['MODIFIER', 'VALIDER', 'PUBLIER', 'ABANDONNER']),
});
