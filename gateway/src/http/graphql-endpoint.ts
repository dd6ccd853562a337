import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from '@passerelle/executor';
import { type ErreurPubliee, GatewayError, publishError } from '../errors.js';
import type { Authenticated, Authenticator } from '../identity/authenticate.js';
import type { Sessions } from '../identity/session.js';
import type { Limites } from '../limits.js';
import type { LiveStreams } from '../operation/live-streams.js';
import { type OpenStream, prepareSubscription } from '../operation/live-subscription.js';
import type { OperationUsage } from '../operation/operation-usage.js';
import { refuseTooDear } from '../operation/prepared-operation.js';
import type { PublishedDocuments } from '../operation/published-documents.js';
import {
  type GraphqlParameters,
  readParameters,
  readSearchParameters,
} from '../operation/read-parameters.js';
import { type RunPorts, runOperation } from '../operation/run-operation.js';
import type { PartnerLine } from '../partners/partner-report.js';
import {
  ClientParti,
  createRequestContext,
  type RequestContext,
  type RequestMarks,
} from '../request-context.js';
import type { GraphHolder } from '../supergraph/graph-holder.js';
import { checkOrigin } from './check-origin.js';
import { type ClientName, clientName } from './client-name.js';
import type { CookieJar } from './cookies.js';
import { type AnswerFormat, checkContentType, negotiate } from './negotiate.js';
import { readBody } from './read-body.js';
import { sendAnswer, withReference } from './send-answer.js';
import { type StreamCounter, sendStream } from './subscription-stream.js';
import { withDeadline } from './with-deadline.js';

export interface GraphqlEndpointDeps {
  graph: GraphHolder;
  documents: PublishedDocuments;
  run: RunPorts;
  authenticator: Authenticator;
  /** Null where the gateway runs without authentication: there is no cookie to renew nor to fear. */
  session: { sessions: Sessions; cookies: CookieJar; adressePublique: URL } | null;
  limites: Limites;
  delaiRequeteMs: number;
  streams: StreamCounter;
  live: LiveStreams;
  /** Told of each operation that is accepted, and who sent it. */
  onUse: (usage: OperationUsage, client: ClientName) => void;
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

/**
 * What the request has become so far, for the answer and for its trace. It lasts as long as a
 * stream does: nothing of a graph stands here.
 */
interface Progress {
  format: AnswerFormat;
  operation: { readonly nom: string | null; readonly genre: string } | null;
  who: Authenticated | null;
  context: RequestContext | null;
}

/** What is left to do once a request is understood: a stream is served when nothing else is held. */
type Outcome = { result: ExecutionResult } | { stream: () => Promise<void> };

/** GraphQL over HTTP: one operation per request, answered in JSON or as a stream of events. */
export function createGraphqlEndpoint(deps: GraphqlEndpointDeps): GraphqlEndpoint {
  async function understand(
    req: IncomingMessage,
    res: ServerResponse,
    marks: RequestMarks,
    progress: Progress,
  ): Promise<Outcome> {
    const search = searchOf(req);
    if (req.method !== 'POST' && search === null) {
      res.setHeader('allow', 'POST');
      throw new GatewayError('METHODE_REFUSEE');
    }
    progress.format = negotiate(req.headers.accept);
    const who = await deps.authenticator.authenticate(req);
    progress.who = who;
    if (who.session !== null && deps.session !== null) {
      checkOrigin(req, deps.session.adressePublique);
    }
    const parameters =
      search === null
        ? await bodyParameters(req, deps.limites)
        : readSearchParameters(search, deps.limites.jsonNiveaux);
    const served = deps.graph.current();
    if (served === null) throw new GatewayError('GRAPHE_INDISPONIBLE');
    const { variables } = parameters;
    const operation = served.operations.prepare(textOf(parameters), parameters.operationName);
    const { kind, depreciations } = operation;
    progress.operation = { nom: operation.operation.name?.value ?? null, genre: kind };
    if (search !== null && kind !== 'query') {
      res.setHeader('allow', 'POST');
      throw new GatewayError('METHODE_REFUSEE');
    }
    refuseTooDear(operation, variables, deps.limites.cout);
    if (who.session !== null && deps.session !== null) {
      await renewCookie(res, deps.session, who.session);
    }
    deps.onUse(operation.usage, clientName(req, who.identite));

    const context = createRequestContext(marks, who, served.graph.addresses, depreciations);
    progress.context = context;
    if (kind === 'subscription') {
      if (progress.format !== 'event-stream') {
        throw new GatewayError('ACCEPT_REFUSE', {
          precision: 'Un abonnement demande text/event-stream.',
        });
      }
      const ports = { ...deps.run, live: deps.live, current: deps.graph.current };
      return {
        stream: streamer(
          deps,
          res,
          who,
          context,
          prepareSubscription(ports, { served, operation }, variables, context),
        ),
      };
    }
    const run = { ...deps.run, ...served };
    const result = await withDeadline(res, deps.delaiRequeteMs, (signal) =>
      runOperation(run, { operation, variables, context, signal }),
    );
    return { result };
  }

  function textOf({ query, documentId }: GraphqlParameters): string {
    const text = query ?? deps.documents.find(documentId ?? '');
    if (text === null) throw new GatewayError('DOCUMENT_INCONNU', { champs: { documentId } });
    return text;
  }

  return async (req, res, marks) => {
    const debut = performance.now();
    const progress: Progress = { format: 'json', operation: null, who: null, context: null };
    let errors: readonly ErreurPubliee[] = [];
    let bug: unknown;
    try {
      const outcome = await understand(req, res, marks, progress);
      if ('stream' in outcome) {
        await outcome.stream();
      } else {
        const { result } = outcome;
        errors = (result.errors ?? []).map((error) => withReference(error, marks.reference));
        await sendAnswer(req, res, progress, result, errors);
      }
    } catch (error) {
      if (error instanceof ClientParti) return;
      if (!(error instanceof GatewayError)) bug = error;
      errors = [publishError(error, marks.reference)];
      await sendAnswer(req, res, progress, {}, errors, error);
    }
    deps.onAnswer({
      reference: marks.reference,
      statut: res.statusCode,
      dureeMs: performance.now() - debut,
      operation: progress.operation?.nom ?? null,
      genre: progress.operation?.genre ?? null,
      sujet: progress.who?.identite?.sujet ?? null,
      // Each once: an answer may hold the same refusal for every item of a list.
      codes: [...new Set(errors.map((error) => error.extensions.code))],
      partenaires: progress.context?.rapport.lines() ?? [],
      bug,
    });
  };
}

/** Apart, so that what it closes over is seen: a stream may last longer than its graph. */
function streamer(
  { authenticator, limites, streams }: GraphqlEndpointDeps,
  res: ServerResponse,
  who: Authenticated,
  context: RequestContext,
  open: OpenStream,
): () => Promise<void> {
  const limite = limites.fluxParIdentite;
  return () => sendStream(res, { who, context, streams, authenticator, limite, open });
}

/** Null unless a published document is asked by GET. */
function searchOf({ method, url = '' }: IncomingMessage): URLSearchParams | null {
  if (method !== 'GET') return null;
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  return search.has('documentId') ? search : null;
}

async function bodyParameters(req: IncomingMessage, limites: Limites): Promise<GraphqlParameters> {
  checkContentType(req);
  return readParameters(await readBody(req, limites.corpsOctets), limites.jsonNiveaux);
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
