import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RegistreError, registreError } from '../errors/registre-error.js';
import type { Log } from '../log.js';

/** When it is worth asking again. */
const RETRY_AFTER_S: Readonly<Record<number, number>> = { 429: 60, 503: 1 };

/** Every refusal and failure in the contract's shape; a bug is logged and shows its reference only. */
export function answerErrors(
  app: FastifyInstance,
  {
    log,
    onRefused,
  }: {
    log: Log;
    /** Told of each caller who asked for what is not its own. */
    onRefused: (request: FastifyRequest, error: RegistreError) => Promise<void>;
  },
): void {
  app.setErrorHandler(async (error, request, reply) => {
    const known = toRegistreError(error);
    const fields = { reference: request.id, code: known.code, url: request.routeOptions.url };
    if (known.statut >= 500) log.error({ ...fields, err: error }, 'request failed');
    else log.info(fields, 'request refused');
    if (known.code === 'DROIT_INSUFFISANT') await onRefused(request, known);
    const pause = RETRY_AFTER_S[known.statut];
    if (pause !== undefined) reply.header('retry-after', pause);
    return reply.code(known.statut).send(bodyOf(known, request.id));
  });
  app.setNotFoundHandler((request, reply) => {
    const error = registreError('ADRESSE_INCONNUE');
    return reply.code(error.statut).send(bodyOf(error, request.id));
  });
}

/** As `erreurDuRegistreSchema`. */
export function bodyOf({ code, message, remede }: RegistreError, reference: string): object {
  return { erreur: { code, message, remede, reference } };
}

function toRegistreError(error: unknown): RegistreError {
  if (error instanceof RegistreError) return error;
  if (error instanceof Error && 'statusCode' in error) {
    if (error.statusCode === 413) return registreError('CORPS_TROP_GRAND', { cause: error });
    if (typeof error.statusCode === 'number' && error.statusCode < 500) {
      return registreError('DEMANDE_INVALIDE', { cause: error });
    }
  }
  return registreError('ERREUR_INTERNE', { cause: error });
}
