import type { FastifyInstance } from 'fastify';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import type { ReadJws } from '../flux/jws-cache.js';
import { parse } from '../http/parse.js';
import { dansCanal, placeDePublication } from './place.js';
import { lastNumero } from './publication-store.js';

/** Signed publications as they are. */
export function registerLectureRoutes(
  app: FastifyInstance,
  { sql, readJws }: { sql: Sql; readJws: ReadJws },
): void {
  app.get('/v1/publications/courante', { config: { droit: 'lire' } }, async (request, reply) => {
    const { canal } = parse(dansCanal, request.query);
    const numero = await lastNumero(sql, canal);
    if (numero === 0) throw registreError('PUBLICATION_ABSENTE');
    const etag = `"${numero}"`;
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/plain; charset=utf-8').send(await readJws(canal, numero));
  });

  app.get(
    '/v1/publications/:canal/:numero',
    { config: { droit: 'lire' } },
    async (request, reply) => {
      const { canal, numero } = parse(placeDePublication, request.params);
      const jws = await readJws(canal, numero);
      if (jws === null) throw registreError('PUBLICATION_ABSENTE');
      reply.header('etag', `"${numero}"`).header('cache-control', 'private, max-age=31536000');
      return reply.type('text/plain; charset=utf-8').send(jws);
    },
  );
}
