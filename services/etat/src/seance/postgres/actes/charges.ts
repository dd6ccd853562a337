import { z } from 'zod';

// What each nature of act carries. A charge that does not read so says nothing here: it was
// written by another version of its house's service.

const empreinte = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().min(1).max(100);
const titre = z.enum(['ETAT', 'REGION', 'RECTEUR']);

export const pointPropose = z.object({
  id,
  titre: z.string().min(1).max(300),
  duree: z.number().int().min(1).max(600).nullish(),
});
export const pointRetire = z.object({ id });
/** Without a title, that of the house; null for a house that leads no body. */
export const accordDonne = z.object({ empreinte, titre: titre.nullish() });
export const decisionValidee = z.object({
  titre,
  empreinte,
});
export const suiteEnregistree = z.object({
  avancement: z.enum(['A_FAIRE', 'EN_COURS', 'FAITE', 'ABANDONNEE']),
});
