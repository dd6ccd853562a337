import { decisionCarteSchema, demandeCarteSchema } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import { appelantDe } from '../http/appelant-de.js';
import { parse } from '../http/parse.js';
import type { Log } from '../log.js';
import { type Carte, CarteImpubliable } from './carte.js';
import { propositionSchema } from './proposition.js';
import { signataireDe } from './signataire.js';

const EXPIRATION_MS = 600_000;
const params = z.object({ id: z.uuid() });

export interface CarteRoutesDeps {
  readonly sql: Sql;
  readonly log: Log;
  readonly carte: Carte;
}

/** The map in force, and the requests that change it. */
export function registerCarteRoutes(
  app: FastifyInstance,
  { sql, log, carte }: CarteRoutesDeps,
): void {
  app.get('/v1/carte', { config: { droit: 'lire' } }, () => carte.enVigueur(sql));
  app.get('/v1/carte/demandes', { config: { droit: 'lire-etat' } }, async () => ({
    demandes: await carte.demandes(),
  }));
  app.post('/v1/carte/demandes', { config: { droit: 'carte' } }, async (request, reply) => {
    const { proposition, motif, urgence } = parse(demandeCarteSchema, request.body);
    const appelant = appelantDe(request);
    const lue = parse(propositionSchema, proposition);
    try {
      return await carte.demander((vivante) => signataireDe(appelant, vivante.responsables), {
        proposition: lue,
        motif,
        urgence,
      });
    } catch (error) {
      if (error instanceof CarteImpubliable) return reply.code(422).send(bodyOf(error, request.id));
      throw error;
    }
  });
  app.post(
    '/v1/carte/demandes/:id/accords',
    { config: { droit: 'carte' } },
    async (request, reply) => {
      const { id } = parse(params, request.params);
      const choix = parse(decisionCarteSchema, request.body);
      const appelant = appelantDe(request);
      try {
        return await carte.decider(
          (vivante) => signataireDe(appelant, vivante.responsables),
          id,
          choix,
        );
      } catch (error) {
        if (error instanceof CarteImpubliable) {
          return reply.code(422).send(bodyOf(error, request.id));
        }
        throw error;
      }
    },
  );

  let timer: NodeJS.Timeout | undefined;
  app.addHook('onListen', () => {
    timer = setInterval(() => {
      carte.expirer().catch((err: unknown) => {
        log.warn({ err }, 'requests about the map could not be closed');
      });
    }, EXPIRATION_MS);
    timer.unref();
  });
  app.addHook('onClose', () => clearInterval(timer));
}

/** A refusal like the others, with the findings that say why. */
function bodyOf({ rapport }: CarteImpubliable, reference: string): object {
  const { code, message, remede } = registreError('CARTE_IMPUBLIABLE');
  return { erreur: { code, message, remede, reference }, rapport };
}
