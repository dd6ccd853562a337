import {
  demandeModuleSchema,
  demandePromotionSchema,
  demandeRetourSchema,
  demandeSchemaSchema,
  type ResultatPublication,
} from '@passerelle/publication';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { appelantDe } from '../http/appelant-de.js';
import { parse } from '../http/parse.js';
import type { MettreEnLigneLotDeps } from './mettre-en-ligne-lot.js';
import { promouvoir } from './promouvoir.js';
import { createPublier } from './publier.js';
import { revenir } from './revenir.js';

/** A rollback is none of these: it passes whatever else its house is sending. */
const lourde = true;
/** A bundle of 12 MB in base64, and its JSON. */
const MODULE_BODY_LIMIT = 20 * 1024 * 1024;

/** What a publisher does in its own name. */
export function registerPublierRoutes(app: FastifyInstance, deps: MettreEnLigneLotDeps): void {
  const publier = createPublier(deps);
  const bodyLimit = MODULE_BODY_LIMIT;

  app.post('/v1/verifications/schema', { config: { droit: 'verifier', lourde } }, (request) =>
    publier.verifierSchema(appelantDe(request), parse(demandeSchemaSchema, request.body)),
  );
  app.post(
    '/v1/verifications/module',
    { bodyLimit, config: { droit: 'verifier', lourde } },
    (request) =>
      publier.verifierModule(appelantDe(request), parse(demandeModuleSchema, request.body)),
  );
  app.post('/v1/schemas', { config: { droit: 'publier-schema', lourde } }, async (request, reply) =>
    answer(
      reply,
      await publier.schema(appelantDe(request), parse(demandeSchemaSchema, request.body)),
    ),
  );
  app.post(
    '/v1/modules',
    { bodyLimit, config: { droit: 'publier-module', lourde } },
    async (request, reply) =>
      answer(
        reply,
        await publier.module(appelantDe(request), parse(demandeModuleSchema, request.body)),
      ),
  );
  app.post('/v1/promotions', { config: { droit: 'conduire', lourde } }, async (request, reply) => {
    const demande = parse(demandePromotionSchema, request.body);
    return answer(reply, await promouvoir(deps, appelantDe(request), demande));
  });
  app.post('/v1/retours', { config: { droit: 'conduire' } }, async (request, reply) => {
    const demande = parse(demandeRetourSchema, request.body);
    return answer(reply, await revenir(deps, appelantDe(request), demande));
  });
}

/** Refused by the checks: the same body, another status. */
function answer(reply: FastifyReply, resultat: ResultatPublication): FastifyReply {
  return reply.code(resultat.publie || resultat.inchange ? 200 : 422).send(resultat);
}
