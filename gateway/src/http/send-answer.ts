import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from '@passerelle/executor';
import { ERREURS, type ErreurPubliee, GatewayError } from '../errors.js';
import type { RequestContext } from '../request-context.js';
import { extensionsOf } from './answer-extensions.js';
import { type AnswerFormat, CONTENT_TYPES } from './negotiate.js';
import { sendCompressed } from './send-json.js';

/** How an answer leaves, and what it tells beside its data. */
interface Leaving {
  readonly format: AnswerFormat;
  readonly context: RequestContext | null;
}

/** @param cause - why the whole request is refused, or failed; nothing when it ran */
export async function sendAnswer(
  req: IncomingMessage,
  res: ServerResponse,
  { format: asked, context }: Leaving,
  result: ExecutionResult,
  errors: readonly ErreurPubliee[],
  cause?: unknown,
): Promise<void> {
  if (res.headersSent || res.destroyed) return;
  const partenaires = context?.rapport.lines() ?? [];
  const text = JSON.stringify({
    ...(errors.length === 0 ? {} : { errors }),
    ...(result.data === undefined ? {} : { data: result.data }),
    ...extensionsOf(partenaires, context?.depreciations),
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
  if (asked === 'event-stream' && statut === 200) {
    res.statusCode = 200;
    res.setHeader('content-type', CONTENT_TYPES['event-stream']);
    res.end(`event: next\ndata: ${text}\n\nevent: complete\ndata:\n\n`);
    return;
  }
  const format = asked === 'event-stream' ? 'graphql-response' : asked;
  await sendCompressed(req, res, statut, CONTENT_TYPES[format], text);
}

function statutOf(result: ExecutionResult, cause: unknown): number {
  if (cause instanceof GatewayError) return cause.statut;
  if (cause !== undefined) return 500;
  // Without data the request itself was refused (its variables): nothing ran.
  return result.data === undefined ? 400 : 200;
}

/** An error of the execution as it leaves: a bug shows its reference alone. */
export function withReference(
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
