import { canalSchema, EVENEMENTS, editeurSchema } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parse } from '../http/parse.js';
import type { Journal } from './journal.js';

const filtre = z.object({
  canal: canalSchema.optional(),
  editeur: editeurSchema.optional(),
  evenement: z.enum(EVENEMENTS).optional(),
  avant: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  premiers: z.coerce.number().int().min(1).max(200).default(50),
});

export function registerJournalRoutes(
  app: FastifyInstance,
  { journal }: { journal: Journal },
): void {
  app.get('/v1/journal', { config: { droit: 'lire-etat' } }, ({ query }) =>
    journal.page(parse(filtre, query)),
  );
}
