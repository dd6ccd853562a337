import { z } from 'zod';

/** The outbox line that wakes whoever follows this house's acts. */
export const MOUVEMENT_ACTE = 'ACTE_SIGNE';

export const mouvementActeSchema = z.object({ numero: z.int().min(1) });
