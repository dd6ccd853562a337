import type { FastifyInstance } from 'fastify';

/** Open to all: nothing is told but whether it works. */
export function registerHealthRoutes(
  app: FastifyInstance,
  { whyUnavailable }: { whyUnavailable: () => Promise<string | null> },
): void {
  app.get('/sante/vivant', () => ({ statut: 'vivant' }));
  app.get('/sante/pret', async (_request, reply) => {
    const raison = await whyUnavailable();
    if (raison === null) return { statut: 'pret' };
    return reply.code(503).send({ statut: 'indisponible', raison });
  });
}
