import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Below this, compressing costs more than it saves. */
const SEUIL_OCTETS = 1_500;

export function sendJson(res: ServerResponse, statut: number, contenu: unknown): void {
  sendText(res, statut, 'application/json; charset=utf-8', JSON.stringify(contenu));
}

export function sendText(
  res: ServerResponse,
  statut: number,
  contentType: string,
  text: string,
): void {
  res.statusCode = statut;
  res.setHeader('content-type', contentType);
  res.setHeader('content-length', Buffer.byteLength(text));
  res.end(text);
}

/** Same, compressed at the fastest level when the client takes it and the answer is worth it. */
export async function sendCompressed(
  req: IncomingMessage,
  res: ServerResponse,
  statut: number,
  contentType: string,
  text: string,
): Promise<void> {
  const accepted = req.headers['accept-encoding'];
  if (accepted === undefined || text.length < SEUIL_OCTETS) {
    sendText(res, statut, contentType, text);
    return;
  }
  const encoding = /\bbr\b/.test(String(accepted))
    ? 'br'
    : /\bgzip\b/.test(String(accepted))
      ? 'gzip'
      : null;
  if (encoding === null) {
    sendText(res, statut, contentType, text);
    return;
  }
  const body =
    encoding === 'br'
      ? await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
      : await gzipAsync(text, { level: 1 });
  if (res.destroyed) return;
  res.statusCode = statut;
  res.setHeader('content-type', contentType);
  res.setHeader('content-encoding', encoding);
  res.setHeader('vary', 'accept-encoding');
  res.setHeader('content-length', body.length);
  res.end(body);
}
