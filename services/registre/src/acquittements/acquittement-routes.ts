import { acquittementSchema } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { connectedGateways } from '../flux/connexions.js';
import { waitFor } from '../flux/wait-for.js';
import type { Watch } from '../flux/watch.js';
import { parse } from '../http/parse.js';
import type { Journal } from '../journal/journal.js';
import { placeDePublication, requirePublication } from '../publications/place.js';
import {
  type AcquittementDate,
  keepAcquittement,
  readAcquittements,
} from './acquittement-store.js';

const attente = z.object({ attendreMs: z.coerce.number().int().min(0).max(60_000).default(0) });

export interface AcquittementDeps {
  readonly sql: Sql;
  readonly journal: Journal;
  readonly watch: Watch;
  readonly maintenant: () => Date;
}

export function registerAcquittementRoutes(app: FastifyInstance, deps: AcquittementDeps): void {
  const { sql, watch, maintenant } = deps;

  app.post('/v1/acquittements', { config: { droit: 'recevoir' } }, async ({ body }, reply) => {
    await keepAcquittement(deps, parse(acquittementSchema, body), maintenant());
    return reply.code(204).send();
  });

  app.get(
    '/v1/publications/:canal/:numero/acquittements',
    { config: { droit: 'lire', tenue: true } },
    async (request, reply) => {
      const place = parse(placeDePublication, request.params);
      const { attendreMs } = parse(attente, request.query);
      await requirePublication(sql, place);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());

      let attendues: string[] = [];
      let recus: AcquittementDate[] = [];
      await waitFor(
        watch,
        async () => {
          attendues = await connectedGateways(sql, place.canal);
          recus = await readAcquittements(sql, place.canal, place.numero);
          const answered = new Set(recus.map(({ passerelle }) => passerelle));
          return attendues.every((each) => answered.has(each));
        },
        { signal: gone.signal, deadlineMs: Date.now() + attendreMs },
      );
      return { attendues, recus };
    },
  );
}
