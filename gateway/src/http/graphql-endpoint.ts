import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from '@passerelle/executor';
import { ERREURS, type ErreurPubliee, GatewayError, publishError } from '../errors.js';
import type { Authenticated, Authenticator } from '../identity/authenticate.js';
import type { Sessions } from '../identity/session.js';
import type { Limites } from '../limits.js';
import { type PreparedOperation, refuseTooDear } from '../operation/prepared-operation.js';
import { readParameters } from '../operation/read-parameters.js';
import { type RunDeps, runOperation, runSubscription } from '../operation/run-operation.js';
import type { PartnerLine } from '../partners/partner-report.js';
import {
  ClientParti,
  createRequestContext,
  DelaiEcoule,
  type RequestContext,
  type RequestMarks,
} from '../request-context.js';
import type { GraphHolder } from '../supergraph/graph-holder.js';
import { checkOrigin } from './check-origin.js';
import type { CookieJar } from './cookies.js';
import { type AnswerFormat, CONTENT_TYPES, checkContentType, negotiate } from './negotiate.js';
import { readBody } from './read-body.js';
import { sendCompressed } from './send-json.js';
import { type StreamCounter, sendStream } from './subscription-stream.js';

export interface GraphqlEndpointDeps {
  graph: GraphHolder;
  run: Omit<RunDeps, 'graph' | 'operations'>;
  authenticator: Authenticator;
  /** Null where the gateway runs without authentication: there is no cookie to renew nor to fear. */
  session: { sessions: Sessions; cookies: CookieJar; adressePublique: URL } | null;
  limites: Limites;
  delaiRequeteMs: number;
  streams: StreamCounter;
  onAnswer: (trace: AnswerTrace) => void;
}

/** What the access log and the metrics are told of each request. */
export interface AnswerTrace {
  reference: string;
  statut: number;
  dureeMs: number;
  operation: string | null;
  genre: string | null;
  sujet: string | null;
  codes: readonly string[];
  partenaires: readonly PartnerLine[];
  bug: unknown;
}

export type GraphqlEndpoint = (
  req: IncomingMessage,
  res: ServerResponse,
  marks: RequestMarks,
) => Promise<void>;

/** What the request has become so far, for the answer and for its trace. */
interface Progress {
  format: AnswerFormat;
  operation: PreparedOperation | null;
  who: Authenticated | null;
  context: RequestContext | null;
}

/** GraphQL over HTTP: one operation per POST, answered in JSON or as a stream of events. */
export function createGraphqlEndpoint(deps: GraphqlEndpointDeps): GraphqlEndpoint {
  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    marks: RequestMarks,
    progress: Progress,
  ): Promise<ExecutionResult | 'streamed'> {
    if (req.method !== 'POST') {
      res.setHeader('allow', 'POST');
      throw new GatewayError('METHODE_REFUSEE');
    }
    progress.format = negotiate(req.headers.accept);
    const served = deps.graph.current();
    const who = await deps.authenticator.authenticate(req);
    progress.who = who;
    if (who.session !== null && deps.session !== null) {
      checkOrigin(req, deps.session.adressePublique);
    }
    checkContentType(req);
    const body = await readBody(req, deps.limites.corpsOctets);
    const parameters = readParameters(body, deps.limites.jsonNiveaux);
    if (served === null) throw new GatewayError('GRAPHE_INDISPONIBLE');
    const operation = served.operations.prepare(parameters.query, parameters.operationName);
    progress.operation = operation;
    refuseTooDear(operation, parameters.variables, deps.limites.cout);
    if (who.session !== null && deps.session !== null) {
      await renewCookie(res, deps.session, who.session);
    }

    const context = createRequestContext(marks, who.identite, who.cleIdentite);
    progress.context = context;
    const run: RunDeps = { ...deps.run, ...served };
    if (operation.kind === 'subscription') {
      if (progress.format !== 'event-stream') {
        throw new GatewayError('ACCEPT_REFUSE', {
          precision: 'Un abonnement demande text/event-stream.',
        });
      }
      await sendStream(res, {
        who,
        context,
        streams: deps.streams,
        authenticator: deps.authenticator,
        limite: deps.limites.fluxParIdentite,
        open: (signal) =>
          runSubscription(run, { operation, variables: parameters.variables, context, signal }),
      });
      return 'streamed';
    }
    return withDeadline(res, deps.delaiRequeteMs, (signal) =>
      runOperation(run, { operation, variables: parameters.variables, context, signal }),
    );
  }

  return async (req, res, marks) => {
    const debut = performance.now();
    const progress: Progress = { format: 'json', operation: null, who: null, context: null };
    let errors: readonly ErreurPubliee[] = [];
    let bug: unknown;
    try {
      const result = await answer(req, res, marks, progress);
      if (result !== 'streamed') {
        errors = (result.errors ?? []).map((error) => withReference(error, marks.reference));
        await send(req, res, progress, result, errors);
      }
    } catch (error) {
      if (error instanceof ClientParti) return;
      if (!(error instanceof GatewayError)) bug = error;
      errors = [publishError(error, marks.reference)];
      await send(req, res, progress, {}, errors, error);
    }
    deps.onAnswer({
      reference: marks.reference,
      statut: res.statusCode,
      dureeMs: performance.now() - debut,
      operation: progress.operation?.operation.name?.value ?? null,
      genre: progress.operation?.kind ?? null,
      sujet: progress.who?.identite?.sujet ?? null,
      // Each once: an answer may hold the same refusal for every item of a list.
      codes: [...new Set(errors.map((error) => error.extensions.code))],
      partenaires: progress.context?.rapport.lines() ?? [],
      bug,
    });
  };
}

/** Writes the session again when the agent has been active. */
export async function renewCookie(
  res: ServerResponse,
  { sessions, cookies }: NonNullable<GraphqlEndpointDeps['session']>,
  session: NonNullable<Authenticated['session']>,
): Promise<void> {
  const cookie = await sessions.renew(session);
  if (cookie !== null) res.setHeader('set-cookie', cookies.write(cookies.session, cookie));
}

/** Gives up what is under way when the time is over or when the client has left. */
async function withDeadline<T>(
  res: ServerResponse,
  delaiMs: number,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DelaiEcoule()), delaiMs);
  const onClose = (): void => {
    if (!res.writableFinished) controller.abort(new ClientParti());
  };
  res.once('close', onClose);
  try {
    const result = await act(controller.signal);
    if (controller.signal.reason instanceof ClientParti) throw controller.signal.reason;
    return result;
  } finally {
    clearTimeout(timer);
    res.off('close', onClose);
  }
}

async function send(
  req: IncomingMessage,
  res: ServerResponse,
  progress: Progress,
  result: ExecutionResult,
  errors: readonly ErreurPubliee[],
  cause?: unknown,
): Promise<void> {
  if (res.headersSent || res.destroyed) return;
  const partenaires = progress.context?.rapport.lines() ?? [];
  const text = JSON.stringify({
    ...(errors.length === 0 ? {} : { errors }),
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(partenaires.length === 0 ? {} : { extensions: { partenaires } }),
  });
  const statut = statutOf(result, cause);
  if (cause instanceof GatewayError) {
    if (statut === 429) res.setHeader('retry-after', '60');
    if (statut === 503) res.setHeader('retry-after', '2');
    if (statut === 401) res.setHeader('www-authenticate', 'Bearer realm="passerelle"');
    // The rest of the body was not read: this connection can't carry another request.
    if (!req.complete) res.setHeader('connection', 'close');
  }
  res.setHeader('cache-control', 'no-store');
  if (progress.format === 'event-stream' && statut === 200) {
    res.statusCode = 200;
    res.setHeader('content-type', CONTENT_TYPES['event-stream']);
    res.end(`event: next\ndata: ${text}\n\nevent: complete\ndata:\n\n`);
    return;
  }
  const format = progress.format === 'event-stream' ? 'graphql-response' : progress.format;
  await sendCompressed(req, res, statut, CONTENT_TYPES[format], text);
}

function statutOf(result: ExecutionResult, cause: unknown): number {
  if (cause instanceof GatewayError) return cause.statut;
  if (cause !== undefined) return 500;
  // Without data the request itself was refused (its variables): nothing ran.
  return result.data === undefined ? 400 : 200;
}

function withReference(
  error: NonNullable<ExecutionResult['errors']>[number],
  reference: string,
): ErreurPubliee {
  const { code } = error.extensions;
  const isBug = code === 'INTERNAL_SERVER_ERROR';
  return {
    ...error,
    message: isBug ? ERREURS.INTERNAL_SERVER_ERROR.message : error.message,
    extensions: { ...error.extensions, code, reference },
  };
}
