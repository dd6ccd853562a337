import { z } from 'zod';

/** A fact of this partner's house, as its outbox tells it. */
export interface Mouvement {
  /** Grows with time; as text, because it may outgrow a number. */
  readonly id: string;
  readonly nature: string;
  readonly charge: unknown;
}

export const mouvementSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  nature: z.string(),
  charge: z.unknown(),
});
