import { demandeJetonSchema } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appelantDe } from '../http/appelant-de.js';
import { parse } from '../http/parse.js';
import { type CreerJetonDeps, creerJeton } from './creer-jeton.js';
import { editeurDe } from './editeur-de.js';
import { listJetons } from './jeton-store.js';
import { revoquerJeton } from './revoquer-jeton.js';

const chemin = z.object({ id: z.string().max(40) });

export function registerJetonRoutes(app: FastifyInstance, deps: CreerJetonDeps): void {
  const config = { droit: 'jetons' } as const;

  app.get('/v1/jetons', { config }, async (request) => {
    const appelant = appelantDe(request);
    const isRacine = appelant.nature === 'jeton' && appelant.genre === 'racine';
    return { jetons: await listJetons(deps.sql, isRacine ? null : editeurDe(appelant)) };
  });

  app.post('/v1/jetons', { config }, async (request, reply) => {
    const cree = await creerJeton(
      deps,
      appelantDe(request),
      parse(demandeJetonSchema, request.body),
    );
    return reply.code(201).header('cache-control', 'no-store').send(cree);
  });

  app.delete('/v1/jetons/:id', { config }, async (request, reply) => {
    const { id } = parse(chemin, request.params);
    await revoquerJeton(deps, appelantDe(request), id);
    return reply.code(204).send();
  });
}
