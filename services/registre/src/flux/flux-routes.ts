import { randomUUID } from 'node:crypto';
import { acquittementSchema, canalSchema } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { RegistreError } from '../errors/registre-error.js';
import { appelantDe } from '../http/appelant-de.js';
import { parse } from '../http/parse.js';
import type { Authenticate } from '../jetons/authenticate.js';
import type { Log } from '../log.js';
import { lastNumero } from '../publications/publication-store.js';
import { forgetConnexion, noteConnexion } from './connexions.js';
import { type EventStream, openEventStream } from './event-stream.js';
import { followChannel } from './follow-channel.js';
import type { ReadJws } from './jws-cache.js';
import type { Watch } from './watch.js';

const HEARTBEAT_MS = 10_000;

const demande = z.object({
  canal: canalSchema,
  /** Stable name of the gateway's replica; without it, or with another kind of token, only followed. */
  passerelle: acquittementSchema.shape.passerelle.optional(),
});
const dernier = z.coerce.number().int().nonnegative().max(2_147_483_647).nullable().catch(null);

export interface FluxDeps {
  readonly sql: Sql;
  readonly watch: Watch;
  readonly readJws: ReadJws;
  readonly authenticate: Authenticate;
  readonly log: Log;
}

export function registerFluxRoutes(app: FastifyInstance, deps: FluxDeps): void {
  const { sql, watch, readJws, log } = deps;
  const open = new Set<EventStream>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });

  app.get(
    '/v1/publications/flux',
    { config: { droit: 'lire', tenue: true } },
    async (request, reply) => {
      const { canal, passerelle } = parse(demande, request.query);
      const entete = request.headers['last-event-id'];
      const depuis = entete === undefined ? null : dernier.parse(entete);
      const appelant = appelantDe(request);
      const isGateway = appelant.nature === 'jeton' && appelant.genre === 'passerelle';
      const connexion =
        isGateway && passerelle !== undefined ? { id: randomUUID(), canal, passerelle } : null;
      // Waited for before it begins: once it hears the first one, it is counted.
      if (connexion) await noteConnexion(sql, connexion);

      reply.hijack();
      const stream = openEventStream(reply.raw);
      open.add(stream);
      const stopHeartbeat = beat(deps, stream, request.headers.authorization, connexion);
      try {
        const readTip = () => lastNumero(sql, canal);
        await followChannel({ watch, readJws, readTip, log }, stream, { canal, depuis });
      } finally {
        stopHeartbeat();
        open.delete(stream);
        stream.end();
        if (connexion) {
          await forgetConnexion(sql, connexion.id).catch((err: unknown) =>
            log.warn({ err }, 'a connection is not forgotten'),
          );
        }
      }
    },
  );
}

/** Keeps the connection known; ends it when its token no longer holds. */
function beat(
  { sql, authenticate, log }: FluxDeps,
  stream: EventStream,
  authorization: string | undefined,
  connexion: Parameters<typeof noteConnexion>[1] | null,
): () => void {
  async function once(): Promise<void> {
    stream.comment('toujours là');
    try {
      await authenticate(authorization);
      if (connexion && !stream.signal.aborted) await noteConnexion(sql, connexion);
    } catch (err) {
      if (err instanceof RegistreError && err.statut === 401) return stream.end();
      log.warn({ err }, 'a heartbeat is not kept');
    }
  }
  const timer = setInterval(() => void once(), HEARTBEAT_MS);
  return () => clearInterval(timer);
}
