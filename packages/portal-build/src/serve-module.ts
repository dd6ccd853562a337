import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

export interface ServeModuleOptions {
  /** The module's folder, with its `vite.config.ts`. */
  root: string;
  /** 0: any free one. */
  port: number;
  /** Told of each build: null when it is good, else why not; the last good one stays served. */
  onBuild?: (error: Error | null) => void;
}

export interface ServedModule {
  /** Where it is served, without a final slash. */
  url: string;
  /** What the portal is asked to take instead of the published module. */
  entry: string;
  close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Builds a module again at each change and serves it on this machine only, for a portal that runs
 * elsewhere: `/module.js` is its entry whatever its digest, `/manifest.json` describes it,
 * `/rechargement` is a stream that says `change` after each build.
 *
 * @throws when the first build fails
 */
export async function serveModule(options: ServeModuleOptions): Promise<ServedModule> {
  const outDir = await mkdtemp(join(tmpdir(), 'passerelle-module-'));
  const pages = new Set<ServerResponse>();
  try {
    const stopBuilding = await buildAtEachChange(options, outDir, () => {
      for (const page of pages) page.write('event: change\ndata:\n\n');
    });
    const server = createServer((req, res) => void answer(req, res, outDir, pages));
    const url = await listen(server, options.port);
    return {
      url,
      entry: `${url}/module.js`,
      async close() {
        await stopBuilding();
        for (const page of pages) page.end();
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await rm(outDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(outDir, { recursive: true, force: true });
    throw error;
  }
}

async function buildAtEachChange(
  { root, onBuild }: ServeModuleOptions,
  outDir: string,
  onChange: () => void,
): Promise<() => Promise<void>> {
  const output = await build({
    root,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, sourcemap: true, watch: {} },
  });
  if (!('on' in output)) throw new Error('The build does not watch its files.');
  const first = Promise.withResolvers<void>();
  // The end of a run is told after a failure too.
  let isGood = true;
  output.on('event', (event) => {
    switch (event.code) {
      case 'START':
        isGood = true;
        break;
      case 'BUNDLE_END':
        void event.result.close();
        break;
      case 'END':
        if (!isGood) break;
        first.resolve();
        onBuild?.(null);
        onChange();
        break;
      case 'ERROR':
        isGood = false;
        first.reject(event.error);
        onBuild?.(event.error);
        break;
      default:
    }
  });
  try {
    await first.promise;
  } catch (error) {
    await output.close();
    throw error;
  }
  return () => output.close();
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  outDir: string,
  pages: Set<ServerResponse>,
): Promise<void> {
  const { pathname } = new URL(req.url ?? '/', 'http://127.0.0.1');
  // The portal that asks is another origin, perhaps on another network: only browsers of this
  // machine reach this port.
  res.setHeader('access-control-allow-origin', '*');
  res.setHeader('access-control-allow-private-network', 'true');
  res.setHeader('cross-origin-resource-policy', 'cross-origin');
  res.setHeader('cache-control', 'no-store');
  if (!isLoopback(req.headers.host)) {
    res.writeHead(421).end();
  } else if (req.method === 'OPTIONS') {
    res.writeHead(204).end();
  } else if (pathname === '/rechargement') {
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    res.write(': ouvert\n\n');
    pages.add(res);
    res.on('close', () => pages.delete(res));
  } else {
    await sendFile(res, outDir, pathname);
  }
}

async function sendFile(res: ServerResponse, outDir: string, pathname: string): Promise<void> {
  try {
    const manifest: { entree: string } = JSON.parse(
      await readFile(join(outDir, 'manifest.json'), 'utf8'),
    );
    if (pathname === '/manifest.json') {
      res.setHeader('content-type', 'application/json; charset=utf-8');
      res.end(JSON.stringify({ ...manifest, entree: 'module.js' }));
      return;
    }
    // A parsed address has no way up: the file is in the folder or nowhere.
    const chemin = pathname === '/module.js' ? `/${manifest.entree}` : pathname;
    const contenu = await readFile(join(outDir, chemin));
    res.setHeader('content-type', TYPES[extname(chemin)] ?? 'application/octet-stream');
    res.end(contenu);
  } catch {
    res.writeHead(404).end();
  }
}

function isLoopback(host: string | undefined): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no TCP address'));
      else resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}
