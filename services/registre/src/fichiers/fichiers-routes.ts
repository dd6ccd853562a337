import { empreinteSchema } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { registreError } from '../errors/registre-error.js';
import { parse } from '../http/parse.js';
import type { FileStore } from './file-store.js';

const params = z.object({ empreinte: empreinteSchema });

/** `GET /v1/fichiers/:empreinte`: bytes that never change under this address. */
export function registerFichiersRoutes(
  app: FastifyInstance,
  { fichiers }: { fichiers: FileStore },
): void {
  app.get('/v1/fichiers/:empreinte', { config: { droit: 'lire' } }, async (request, reply) => {
    const { empreinte } = parse(params, request.params);
    const bytes = await fichiers.get(empreinte);
    if (bytes === null) throw registreError('FICHIER_INCONNU');
    return reply
      .header('content-type', 'application/octet-stream')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(bytes);
  });
}
