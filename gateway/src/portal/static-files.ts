import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

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

/** A digest in the name: the content at this address never changes. */
const IMMUABLE = /[.-][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/**
 * Serves a file of one of these folders, the first that has it; compressed when its `.br` or
 * `.gz` lies beside it.
 *
 * @returns false when no folder has it; nothing was sent
 */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  dossiers: readonly string[],
  chemin: string,
): Promise<boolean> {
  const type = TYPES[extname(chemin)];
  if (type === undefined || !isPlainPath(chemin)) return false;
  for (const dossier of dossiers) {
    const file = await findFile(dossier, chemin, req.headers['accept-encoding']);
    if (file === null) continue;
    const etag = `"${file.size.toString(16)}-${Math.round(file.mtimeMs).toString(16)}"`;
    res.setHeader('content-type', type);
    res.setHeader('vary', 'accept-encoding');
    res.setHeader('etag', etag);
    res.setHeader(
      'cache-control',
      IMMUABLE.test(chemin) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    if (file.encoding !== null) res.setHeader('content-encoding', file.encoding);
    if (req.headers['if-none-match'] === etag) {
      res.statusCode = 304;
      res.end();
      return true;
    }
    res.setHeader('content-length', file.size);
    if (req.method === 'HEAD') res.end();
    else await pipeline(createReadStream(file.path), res).catch(() => res.destroy());
    return true;
  }
  return false;
}

interface FoundFile {
  path: string;
  size: number;
  mtimeMs: number;
  encoding: 'br' | 'gzip' | null;
}

async function findFile(
  dossier: string,
  chemin: string,
  accept: string | string[] | undefined,
): Promise<FoundFile | null> {
  const accepted = String(accept ?? '');
  const candidates: { suffix: string; encoding: FoundFile['encoding'] }[] = [];
  if (/\bbr\b/.test(accepted)) candidates.push({ suffix: '.br', encoding: 'br' });
  if (/\bgzip\b/.test(accepted)) candidates.push({ suffix: '.gz', encoding: 'gzip' });
  candidates.push({ suffix: '', encoding: null });
  for (const { suffix, encoding } of candidates) {
    const found = await statInside(dossier, `${chemin}${suffix}`);
    if (found !== null) return { ...found, encoding };
  }
  return null;
}

/** A link that leads out of the folder is not served, whoever put it there. */
async function statInside(
  dossier: string,
  chemin: string,
): Promise<Omit<FoundFile, 'encoding'> | null> {
  try {
    const root = await realpath(dossier);
    const path = await realpath(join(root, chemin));
    if (!path.startsWith(root + sep)) return null;
    const found = await stat(path);
    return found.isFile() ? { path, size: found.size, mtimeMs: found.mtimeMs } : null;
  } catch {
    return null;
  }
}

const isPlainPath = (chemin: string): boolean =>
  /^[\w@.~-]+(\/[\w@.~-]+)*$/.test(chemin) && !chemin.split('/').some((p) => p.startsWith('.'));
