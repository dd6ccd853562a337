import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ClientParti } from '../request-context.js';

/**
 * Sends a text piece by piece, at the pace of who reads it.
 *
 * @throws what the pieces throw, once the answer is cut: what was sent cannot be believed whole
 */
export async function sendStream(
  req: IncomingMessage,
  res: ServerResponse,
  contentType: string,
  pieces: AsyncIterable<string>,
): Promise<void> {
  res.statusCode = 200;
  res.setHeader('content-type', contentType);
  res.setHeader('vary', 'accept-encoding');
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  const source = Readable.from(pieces, { objectMode: true, highWaterMark: 1 });
  try {
    if (/\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))) {
      res.setHeader('content-encoding', 'gzip');
      await pipeline(source, createGzip({ level: 1 }), res);
    } else {
      await pipeline(source, res);
    }
  } catch (error) {
    // Who left needs no answer, and nothing is broken.
    if (error instanceof ClientParti || isPrematureClose(error)) return;
    throw error;
  }
}

function isPrematureClose(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
