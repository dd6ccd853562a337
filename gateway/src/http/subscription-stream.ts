import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from '@passerelle/executor';
import { GatewayError, publishError } from '../errors.js';
import type { Authenticated, Authenticator } from '../identity/authenticate.js';
import type { OpenStream } from '../operation/live-subscription.js';
import { ClientParti, type RequestContext } from '../request-context.js';
import { extensionsOf } from './answer-extensions.js';

/** Streams open now, by identity; closing the gateway ends them all properly. */
export interface StreamCounter {
  open(cle: string, end: () => void): void;
  close(cle: string, end: () => void): void;
  count(cle: string): number;
  total(): number;
  endAll(): void;
}

export function createStreamCounter(): StreamCounter {
  const streams = new Map<string, Set<() => void>>();
  return {
    open(cle, end) {
      const ends = streams.get(cle) ?? new Set();
      ends.add(end);
      streams.set(cle, ends);
    },
    close(cle, end) {
      const ends = streams.get(cle);
      ends?.delete(end);
      if (ends?.size === 0) streams.delete(cle);
    },
    count: (cle) => streams.get(cle)?.size ?? 0,
    total: () => [...streams.values()].reduce((sum, ends) => sum + ends.size, 0),
    endAll() {
      for (const ends of streams.values()) for (const end of ends) end();
    },
  };
}

interface StreamRequest {
  who: Authenticated;
  context: RequestContext;
  streams: StreamCounter;
  authenticator: Authenticator;
  limite: number;
  open: OpenStream;
}

const SIGNE_DE_VIE_MS = 12_000;
const CONTROLE_DROITS_MS = 3_000;

/**
 * Sends a subscription as server-sent events (GraphQL over SSE, distinct connections).
 *
 * The stream ends with `complete`: when the partner ends it, when the partner is lost (after
 * a `next` that says so), when the session ends or the rights are gone, when the graph no longer
 * has what it asks (a `next` says so too), when the gateway stops.
 *
 * @throws GatewayError TROP_DE_FLUX, or why the operation is refused; nothing was sent yet
 */
export async function sendStream(res: ServerResponse, r: StreamRequest): Promise<void> {
  const { streams, context } = r;
  const cle = r.who.identite?.sujet ?? '';
  if (streams.count(cle) >= r.limite) {
    throw new GatewayError('TROP_DE_FLUX', { champs: { limite: r.limite } });
  }
  const controller = new AbortController();
  const end = (): void => controller.abort(new GatewayError('ARRET_EN_COURS'));
  const onClose = (): void => controller.abort(new ClientParti());
  res.once('close', onClose);
  streams.open(cle, end);
  let signs: NodeJS.Timeout | undefined;
  let checks: NodeJS.Timeout | undefined;
  try {
    const opened = await r.open({
      signal: controller.signal,
      end: (reason) => controller.abort(reason),
    });
    if (res.destroyed) return;
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // Something at once: proxies and browsers show the stream open only after the first bytes.
    res.write(':\n\n');
    signs = setInterval(() => res.write(':\n\n'), SIGNE_DE_VIE_MS);
    checks = setInterval(() => {
      // Other rights than those of the opening: the client opens anew with what it has left.
      if (r.authenticator.refresh(r.who)?.cleIdentite !== r.who.cleIdentite) {
        controller.abort(new GatewayError('SESSION_EXPIREE'));
      }
    }, CONTROLE_DROITS_MS);

    if (Symbol.asyncIterator in opened) {
      const results = opened[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await raceAbort(results.next(), controller.signal);
          if (next.done === true) break;
          await writeEvent(res, answerOf(next.value, context));
        }
      } finally {
        // Not awaited: a partner that no longer speaks must not keep the client's stream open.
        void Promise.resolve(results.return?.()).catch(() => undefined);
      }
    } else {
      await writeEvent(res, answerOf(opened, context));
    }
    finish(res);
  } catch (error) {
    if (!res.headersSent || error instanceof ClientParti) throw error;
    await writeEvent(res, JSON.stringify({ errors: [publishError(error, context.reference)] }));
    finish(res);
    if (!(error instanceof GatewayError)) throw error;
  } finally {
    clearInterval(signs);
    clearInterval(checks);
    res.off('close', onClose);
    streams.close(cle, end);
    if (!controller.signal.aborted) controller.abort(new ClientParti());
  }
}

function raceAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(
      (value) => {
        signal.removeEventListener('abort', onAbort);
        resolve(value);
      },
      (error: unknown) => {
        signal.removeEventListener('abort', onAbort);
        reject(error);
      },
    );
  });
}

function answerOf(result: ExecutionResult, context: RequestContext): string {
  const partenaires = context.rapport.lines();
  const { depreciations } = context;
  context.rapport.clear();
  // Told once: each event would only repeat it.
  if (depreciations.length > 0) context.depreciations = [];
  const errors = result.errors?.map((error) => ({
    ...error,
    extensions: { ...error.extensions, reference: context.reference },
  }));
  return JSON.stringify({
    ...(errors === undefined || errors.length === 0 ? {} : { errors }),
    ...(result.data === undefined ? {} : { data: result.data }),
    ...extensionsOf(partenaires, depreciations),
  });
}

/** Waits for a slow reader instead of keeping its events in memory. */
function writeEvent(res: ServerResponse, data: string): Promise<void> {
  if (res.destroyed || res.write(`event: next\ndata: ${data}\n\n`)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      res.off('drain', done);
      res.off('close', done);
      resolve();
    };
    res.on('drain', done);
    res.on('close', done);
  });
}

function finish(res: ServerResponse): void {
  if (!res.destroyed) res.end('event: complete\ndata:\n\n');
}
