import { z } from 'zod';
import {
  type GrapheDeService,
  GrapheInjoignable,
  type ReponseDuGraphe,
} from '../domain/graphe-de-service.js';
import { readSse } from './read-sse.js';
import type { ServiceToken } from './service-token.js';

const TIMEOUT_MS = 15_000;
/** The gateway gives a sign of life every 12 s: this much silence is a cut that nobody told. */
const SILENCE_MS = 40_000;

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string().default(''),
        extensions: z
          .object({ code: z.string().default(''), partenaire: z.string().nullish() })
          .default({ code: '' }),
      }),
    )
    .default([]),
});

/** @param adresse - the gateway's `/graphql` */
export function grapheHttp(adresse: string, token: ServiceToken): GrapheDeService {
  async function send(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    accept: string,
    signal: AbortSignal,
  ): Promise<Response> {
    const authorization = `Bearer ${await token.get()}`;
    let response: Response;
    try {
      response = await fetch(adresse, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, authorization },
        body: JSON.stringify({ query: document, variables }),
        signal,
      });
    } catch (cause) {
      throw new GrapheInjoignable('la passerelle ne répond pas', { cause });
    }
    // The next one asks for another token: this one may have been withdrawn.
    if (response.status === 401 || response.status === 403) token.forget();
    return response;
  }

  return {
    async demander(document, variables = {}, signal) {
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const response = await send(
        document,
        variables,
        'application/json',
        signal ? AbortSignal.any([signal, timeout]) : timeout,
      );
      const answer = parseAnswer(await textOf(response));
      if (answer === null || response.status === 401 || response.status === 403) {
        throw new GrapheInjoignable(whyRefused(response.status, answer));
      }
      return answer;
    },

    async *suivre(document, variables, signal) {
      const silence = new AbortController();
      const timer = setTimeout(() => silence.abort(), SILENCE_MS);
      try {
        const response = await send(
          document,
          variables,
          'text/event-stream',
          AbortSignal.any([signal, silence.signal]),
        );
        const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
        if (!response.ok || !isStream || response.body === null) {
          const answer = parseAnswer(await textOf(response));
          throw new GrapheInjoignable(whyRefused(response.status, answer));
        }
        yield null;
        for await (const { event, data } of readSse(response.body, () => timer.refresh())) {
          if (event === 'complete') return;
          const answer = event === 'next' ? parseAnswer(data) : null;
          if (answer !== null) yield answer;
        }
      } catch (cause) {
        if (signal.aborted || cause instanceof GrapheInjoignable) throw cause;
        throw new GrapheInjoignable('le flux de la passerelle a été coupé', { cause });
      } finally {
        clearTimeout(timer);
        silence.abort();
      }
    },
  };
}

async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw new GrapheInjoignable('la réponse de la passerelle a été coupée', { cause });
  }
}

function parseAnswer(text: string): ReponseDuGraphe | null {
  const parsed = answerSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  return {
    data: parsed.data.data ?? null,
    erreurs: parsed.data.errors.map(({ message, extensions }) => ({
      code: extensions.code,
      message,
      partenaire: extensions.partenaire ?? null,
    })),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: a proxy’s page, told as a house that does not answer.
    return null;
  }
}

function whyRefused(status: number, answer: ReponseDuGraphe | null): string {
  const code = answer?.erreurs[0]?.code ?? '';
  return `la passerelle refuse ce service (${code === '' ? `HTTP ${status}` : code})`;
}
