import type { SubgraphResponse } from '@passerelle/executor';
import { type Dispatcher, request } from 'undici';
import { type AnswerOptions, failure, readAnswer, readEvent } from './read-answer.js';
import { readServerSentEvents } from './server-sent-events.js';
import type { Turnstile } from './turnstile.js';

interface StreamRequest {
  dispatcher: Dispatcher;
  partenaire: string;
  url: URL;
  headers: string[];
  body: string;
  signal: AbortSignal;
  evenementMaxOctets: number;
  options: AnswerOptions;
  /** Of all the streams together. */
  turnstile: Turnstile;
}

/**
 * Opens a partner's subscription (GraphQL over SSE, distinct connections mode).
 *
 * The iteration ends when the partner says `complete`; it throws SubgraphFailure when the
 * stream stops without it, which is a loss and not an end.
 */
export async function openStream(r: StreamRequest): Promise<AsyncIterable<SubgraphResponse>> {
  const { statusCode, headers, body } = await request(r.url, {
    dispatcher: r.dispatcher,
    method: 'POST',
    headers: r.headers,
    body: r.body,
    signal: r.signal,
  });
  const contentType = String(headers['content-type'] ?? '');
  if (statusCode !== 200 || !contentType.startsWith('text/event-stream')) {
    const text = await body.text();
    // A refusal in JSON is one result, then nothing more.
    const answer = readAnswer(r.partenaire, { statut: statusCode, contentType, text }, r.options);
    return once(answer);
  }
  return events(r, body);
}

async function* once<T>(value: T): AsyncIterable<T> {
  yield value;
}

async function* events(
  r: StreamRequest,
  body: AsyncIterable<Buffer>,
): AsyncIterable<SubgraphResponse> {
  try {
    for await (const event of readServerSentEvents(body, r.evenementMaxOctets)) {
      if (event.event === 'complete') return;
      await r.turnstile.pass();
      if (event.event === 'next') yield readEvent(r.partenaire, event.data, r.options);
    }
  } catch (cause) {
    if (r.signal.aborted) return;
    throw failure(r.partenaire, 'PARTENAIRE_INDISPONIBLE', undefined, cause);
  }
  if (!r.signal.aborted) throw failure(r.partenaire, 'PARTENAIRE_INDISPONIBLE');
}
