import type { IncomingMessage } from 'node:http';
import { platformError } from '../errors/platform-errors.js';

/**
 * The whole body as text.
 *
 * @throws CORPS_TROP_GRAND as soon as it goes beyond `maxBytes`, announced or not
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw platformError('REQUETE_INVALIDE');
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString('utf8');
}

function tooLarge(maxBytes: number): Error {
  return platformError('CORPS_TROP_GRAND', { details: { maxBytes } });
}
