import { rapportDIncidentsSchema } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { parse } from '../http/parse.js';
import { type ReceiveIncidentsDeps, receiveIncidents } from './receive-incidents.js';

/** `POST /v1/incidents`, by gateways. */
export function registerIncidentsRoutes(app: FastifyInstance, deps: ReceiveIncidentsDeps): void {
  const receive = receiveIncidents(deps);
  app.post('/v1/incidents', { config: { droit: 'recevoir' } }, async (request, reply) => {
    await receive(parse(rapportDIncidentsSchema, request.body));
    return reply.code(204).send();
  });
}
