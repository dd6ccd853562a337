import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { GatewayError } from '../errors.js';

const gunzipAsync = promisify(gunzip);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The body as text, never more than `maxOctets`, compressed or not: a bomb stops inflating
 * at the limit instead of filling the memory first.
 *
 * @throws GatewayError CORPS_TROP_GRAND, ENCODAGE_REFUSE, JSON_INVALIDE (not UTF-8)
 */
export async function readBody(req: IncomingMessage, maxOctets: number): Promise<string> {
  const encoding = req.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') throw new GatewayError('ENCODAGE_REFUSE');
  const declared = Number(req.headers['content-length'] ?? 0);
  if (declared > maxOctets) throw tooLarge(maxOctets);

  const raw = await collect(req, maxOctets);
  const bytes = encoding === 'gzip' ? await inflate(raw, maxOctets) : raw;
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new GatewayError('JSON_INVALIDE', { precision: 'Il n’est pas en UTF-8.', cause });
  }
}

function collect(req: IncomingMessage, maxOctets: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxOctets) {
        req.removeAllListeners('data');
        // The rest is not read: the answer leaves at once and the connection closes after it.
        req.pause();
        reject(tooLarge(maxOctets));
        return;
      }
      chunks.push(chunk);
    });
    req.on('end', () => {
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size));
    });
    req.on('error', (cause) => reject(new GatewayError('JSON_INVALIDE', { cause })));
    req.on('close', () => {
      if (!req.complete) {
        reject(new GatewayError('JSON_INVALIDE', { precision: 'Il est incomplet.' }));
      }
    });
  });
}

async function inflate(raw: Buffer, maxOctets: number): Promise<Buffer> {
  try {
    return await gunzipAsync(raw, { maxOutputLength: maxOctets });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(maxOctets);
    throw new GatewayError('ENCODAGE_REFUSE', {
      precision: 'Le gzip annoncé ne se lit pas.',
      cause,
    });
  }
}

function tooLarge(maxOctets: number): GatewayError {
  return new GatewayError('CORPS_TROP_GRAND', { champs: { limite: maxOctets } });
}
