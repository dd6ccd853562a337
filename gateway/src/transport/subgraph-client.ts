import type {
  SubgraphFetch,
  SubgraphRequest,
  SubgraphResponse,
  SubgraphSubscribe,
} from '@passerelle/executor';
import { SubgraphFailure } from '@passerelle/executor';
import { Agent } from 'undici';
import type { InternalTokens } from '../identity/internal-tokens.js';
import type { FailureKind, PartnerMonitor } from '../partners/partner-monitor.js';
import { ClientParti, DelaiEcoule, type RequestContext } from '../request-context.js';
import { connectOptions } from './connect-options.js';
import { createNews } from './news.js';
import { type HttpAnswer, postJson } from './post-json.js';
import { failure, readAnswer } from './read-answer.js';
import { type SharedAnswer, shareAnswer } from './shared-answer.js';
import { createSharedCalls } from './shared-calls.js';
import { openStream } from './subgraph-stream.js';
import { createTurnstile } from './turnstile.js';

export interface SubgraphClient {
  fetch: SubgraphFetch<RequestContext>;
  subscribe: SubgraphSubscribe<RequestContext>;
  close(): Promise<void>;
}

export interface SubgraphClientDeps {
  monitor: PartnerMonitor;
  tokens: InternalTokens;
  delaiPartenaireMs: number;
  reponseMaxOctets: number;
  masquerErreurs: boolean;
  /** Refuses the names that lead to the machine itself. */
  dehorsSeulement: boolean;
  /** Told of every call that left, shared ones once. */
  onCall?: (partenaire: string, issue: 'ok' | 'echec', dureeMs: number) => void;
}

const CONNEXIONS_PAR_PARTENAIRE = 64;
const VEILLE_FLUX_MS = 45_000;
/** Some tens of microseconds each: about a millisecond. */
const EVENEMENTS_PAR_TOUR = 20;

/** Calls partners: pools, deadlines, sharing of equal reads, one retry of a read on a stale socket. */
export function createSubgraphClient(deps: SubgraphClientDeps): SubgraphClient {
  const connect = connectOptions(deps.dehorsSeulement);
  const calls = new Agent({
    connections: CONNEXIONS_PAR_PARTENAIRE,
    pipelining: 1,
    connect,
    // The deadline of each call is ours: undici's own timers would only blur it.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: deps.reponseMaxOctets,
    keepAliveTimeout: 4_000,
  });
  const streams = new Agent({
    connect,
    headersTimeout: deps.delaiPartenaireMs,
    // Subgraphs send a sign of life every twelve seconds.
    bodyTimeout: VEILLE_FLUX_MS,
  });
  const shared = createSharedCalls<SharedAnswer<SubgraphResponse>>();
  const news = createNews();
  const turnstile = createTurnstile(EVENEMENTS_PAR_TOUR);

  /** One call, with its own deadline; tells the monitor how the partner is. */
  async function call(
    request: SubgraphRequest,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<SharedAnswer<SubgraphResponse>> {
    const { partenaire } = request;
    const address = context.adresses.get(partenaire);
    if (address === undefined) throw failure(partenaire, 'PARTENAIRE_INDISPONIBLE');
    const debut = performance.now();
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new DelaiEcoule()), deps.delaiPartenaireMs);
    const onAbort = (): void => deadline.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    try {
      const jeton = await deps.tokens(context, partenaire);
      const post = (): Promise<HttpAnswer> =>
        postJson({
          dispatcher: calls,
          origin: address.url.origin,
          path: address.url.pathname + address.url.search,
          headers: headersOf(context, jeton, 'application/json'),
          body: bodyOf(request),
          signal: deadline.signal,
        });
      const answer = await post().catch((error: unknown) => {
        // A kept-alive socket that the partner closed meanwhile: a read may leave again, once.
        if (request.operationKind === 'query' && isStaleSocket(error)) return post();
        throw error;
      });
      const response = shareAnswer(() => readAnswer(partenaire, answer, deps));
      deps.monitor.succeeded(partenaire);
      deps.onCall?.(partenaire, 'ok', performance.now() - debut);
      return response;
    } catch (error) {
      if (error instanceof ClientParti) throw error;
      const read = readFailure(partenaire, error);
      deps.monitor.failed(partenaire, read.nature);
      deps.onCall?.(partenaire, 'echec', performance.now() - debut);
      throw read.failure;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Done or not, what is read from now on may be other: a lost answer says nothing of the act. */
  async function act(
    request: SubgraphRequest,
    context: RequestContext,
  ): Promise<SharedAnswer<SubgraphResponse>> {
    try {
      return await call(request, context, request.signal);
    } finally {
      news.acted(request.partenaire);
    }
  }

  const keyOf = (request: SubgraphRequest, context: RequestContext): string =>
    `${news.since(request.partenaire)}\0${sharingKey(request, context)}`;

  async function* listening(
    partenaire: string,
    events: AsyncIterable<SubgraphResponse>,
  ): AsyncIterable<SubgraphResponse> {
    for await (const event of events) {
      news.heard(partenaire);
      yield event;
    }
  }

  return {
    async fetch(request, context) {
      const { partenaire } = request;
      const debut = performance.now();
      if (!deps.monitor.mayCall(partenaire)) {
        context.rapport.record(partenaire, 'echec', debut, debut, 'PARTENAIRE_INDISPONIBLE');
        throw failure(partenaire, 'PARTENAIRE_INDISPONIBLE');
      }
      try {
        const answer =
          request.operationKind === 'query'
            ? await shared.join(keyOf(request, context), request.signal, (signal) =>
                call(request, context, signal),
              )
            : await act(request, context);
        const response = answer.take();
        const code = firstCode(response);
        const outcome = outcomeOf(response, code);
        context.rapport.record(partenaire, outcome, debut, performance.now(), code);
        return response;
      } catch (error) {
        const failed = error instanceof DelaiEcoule ? failure(partenaire, 'DELAI_DEPASSE') : error;
        if (failed instanceof SubgraphFailure) {
          context.rapport.record(
            partenaire,
            issueOf(failed),
            debut,
            performance.now(),
            failed.code,
          );
        }
        throw failed;
      }
    },

    async subscribe(request, context) {
      const { partenaire } = request;
      const address = context.adresses.get(partenaire);
      if (address === undefined || !deps.monitor.mayCall(partenaire)) {
        context.rapport.missing(partenaire);
        throw failure(partenaire, 'PARTENAIRE_INDISPONIBLE');
      }
      const jeton = await deps.tokens(context, partenaire);
      try {
        const events = await openStream({
          dispatcher: streams,
          partenaire,
          url: address.fluxUrl,
          headers: headersOf(context, jeton, 'text/event-stream'),
          body: bodyOf(request),
          signal: request.signal,
          evenementMaxOctets: deps.reponseMaxOctets,
          options: deps,
          turnstile,
        });
        return listening(partenaire, events);
      } catch (error) {
        const read = readFailure(partenaire, error);
        if (!(error instanceof ClientParti)) deps.monitor.failed(partenaire, read.nature);
        throw read.failure;
      }
    },

    async close() {
      await Promise.all([calls.destroy(), streams.destroy()]);
    },
  };
}

function headersOf(context: RequestContext, jeton: string | null, accept: string): string[] {
  const headers = [
    'content-type',
    'application/json',
    'accept',
    accept,
    'traceparent',
    context.traceparent,
  ];
  if (jeton !== null) headers.push('authorization', `Bearer ${jeton}`);
  return headers;
}

function bodyOf(request: SubgraphRequest): string {
  const name =
    request.operationName === null
      ? ''
      : `"operationName":${JSON.stringify(request.operationName)},`;
  return `{"query":${request.queryJson},${name}"variables":${request.variables}}`;
}

/** NUL can't appear in JSON text nor in a GraphQL document: no two different calls share a key. */
function sharingKey(request: SubgraphRequest, context: RequestContext): string {
  return `${request.partenaire}\0${context.cleIdentite}\0${request.query}\0${request.variables}`;
}

function firstCode({ errors = [] }: SubgraphResponse): string | undefined {
  const code = errors[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

function outcomeOf(
  { data, errors = [] }: SubgraphResponse,
  code: string | undefined,
): 'ok' | 'erreurs' | 'refus' {
  if (errors.length === 0) return 'ok';
  return code === 'ACCES_REFUSE' && (data === null || data === undefined) ? 'refus' : 'erreurs';
}

function issueOf(failed: SubgraphFailure): 'echec' | 'refus' {
  return failed.code === 'ERREUR_PARTENAIRE' ? 'refus' : 'echec';
}

function isStaleSocket(error: unknown): boolean {
  return errorCodes(error).some((code) => code === 'ECONNRESET' || code === 'UND_ERR_SOCKET');
}

function readFailure(
  partenaire: string,
  error: unknown,
): { failure: SubgraphFailure; nature: FailureKind } {
  if (error instanceof DelaiEcoule) {
    return { failure: failure(partenaire, 'DELAI_DEPASSE'), nature: 'delai' };
  }
  if (error instanceof SubgraphFailure) return { failure: error, nature: 'reponse' };
  const codes = errorCodes(error);
  if (codes.includes('UND_ERR_RES_EXCEEDED_MAX_SIZE')) {
    return {
      failure: failure(partenaire, 'REPONSE_TROP_GRANDE', undefined, error),
      nature: 'reponse',
    };
  }
  if (codes.some((code) => code === 'UND_ERR_HEADERS_TIMEOUT')) {
    return { failure: failure(partenaire, 'DELAI_DEPASSE', undefined, error), nature: 'delai' };
  }
  const nobodyThere = codes.some((code) =>
    ['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENOTFOUND'].includes(code),
  );
  return {
    failure: failure(partenaire, 'PARTENAIRE_INDISPONIBLE', undefined, error),
    nature: nobodyThere ? 'connexion' : 'reponse',
  };
}

/** Codes of an error, of its cause and of what it aggregates (a name with several addresses). */
function errorCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(errorCodes) : [];
  return [...own, ...inner, ...(error.cause === undefined ? [] : errorCodes(error.cause))];
}
