import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { KeptFile } from './file-keeper.js';
import type { PublishedFile } from './published-files.js';

/** No page among them: a partner's file must never be read as one of the portal's origin. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

export function isServedType(chemin: string): boolean {
  return Object.hasOwn(TYPES, extname(chemin));
}

/** Sends a file whose address names its revision: it never changes. */
export function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  { fichier }: PublishedFile,
  kept: KeptFile,
): void {
  const { body, encoding } = choose(kept, String(req.headers['accept-encoding'] ?? ''));
  const etag = `"${fichier.empreinte.slice(7, 39)}${encoding === null ? '' : `-${encoding}`}"`;
  res.setHeader('content-type', TYPES[extname(fichier.chemin)] ?? 'application/octet-stream');
  // Opened alone, a drawing could otherwise run scripts here.
  if (fichier.chemin.endsWith('.svg')) {
    res.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
  }
  res.setHeader('vary', 'accept-encoding');
  res.setHeader('etag', etag);
  res.setHeader('cache-control', 'public, max-age=31536000, immutable');
  if (encoding !== null) res.setHeader('content-encoding', encoding);
  if (req.headers['if-none-match'] === etag) {
    res.statusCode = 304;
    res.end();
    return;
  }
  res.statusCode = 200;
  res.setHeader('content-length', body.byteLength);
  res.end(req.method === 'HEAD' ? undefined : body);
}

function choose(
  kept: KeptFile,
  accepted: string,
): { body: Uint8Array; encoding: 'br' | 'gzip' | null } {
  if (kept.br !== null && /\bbr\b/.test(accepted)) return { body: kept.br, encoding: 'br' };
  if (kept.gzip !== null && /\bgzip\b/.test(accepted)) return { body: kept.gzip, encoding: 'gzip' };
  return { body: kept.contenu, encoding: null };
}
