import type { IncomingMessage } from 'node:http';
import { GatewayError } from '../errors.js';

/** How an answer leaves. */
export type AnswerFormat = 'graphql-response' | 'json' | 'event-stream';

export const CONTENT_TYPES: Readonly<Record<AnswerFormat, string>> = {
  'graphql-response': 'application/graphql-response+json; charset=utf-8',
  json: 'application/json; charset=utf-8',
  'event-stream': 'text/event-stream; charset=utf-8',
};

/**
 * The first acceptable format in the client's list; a stream only when it comes first, since
 * clients name it last among what they could read.
 *
 * @throws GatewayError ACCEPT_REFUSE
 */
export function negotiate(accept: string | undefined): AnswerFormat {
  if (accept === undefined || accept === '') return 'json';
  let canStream = false;
  for (const part of accept.split(',')) {
    const [type = '', ...parameters] = part.split(';').map((s) => s.trim().toLowerCase());
    if (parameters.some((p) => /^q=0(\.0*)?$/.test(p))) continue;
    switch (type) {
      case 'application/graphql-response+json':
        return canStream ? 'event-stream' : 'graphql-response';
      case 'application/json':
      case 'application/*':
      case '*/*':
        return canStream ? 'event-stream' : 'json';
      case 'text/event-stream':
        canStream = true;
        break;
      default:
    }
  }
  if (canStream) return 'event-stream';
  throw new GatewayError('ACCEPT_REFUSE');
}

/** @throws GatewayError TYPE_DE_CONTENU_REFUSE; a form or plain text never reaches the parser */
export function checkContentType(req: IncomingMessage): void {
  const [type = '', ...parameters] = (req.headers['content-type'] ?? '')
    .split(';')
    .map((s) => s.trim().toLowerCase());
  const isJson = type === 'application/json' || type === 'application/graphql+json';
  const charset = parameters.find((p) => p.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  if (!isJson || !isUtf8) throw new GatewayError('TYPE_DE_CONTENU_REFUSE');
}
