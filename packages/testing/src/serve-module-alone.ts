import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { buildSchema, type GraphQLSchema, graphql } from 'graphql';

export interface ModuleAlone {
  address: string;
  stop: () => Promise<void>;
}

interface Options {
  /** The module's `dist` folder. */
  module: string;
  /** The file `partages.json` of portal-kit. */
  partages: string;
  /** The graph's own schema: a question that it would refuse fails here too. */
  schema: string;
  /** Plain objects by field of `Query`; a function receives the arguments of its field. */
  root: () => Record<string, unknown>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** A built module on a page of its own, without shell nor sign-in, over a graph of plain objects. */
export async function serveModuleAlone(options: Options): Promise<ModuleAlone> {
  const html = await pageOf(options);
  const schema = buildSchema(await readFile(options.schema, 'utf8'));
  const server = createServer((req, res) => {
    respond(req, res, { ...options, html, graph: schema }).catch((cause: unknown) => {
      console.error(cause);
      res.writeHead(500).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${portOf(server)}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  req: IncomingMessage,
  res: ServerResponse,
  { module, partages, html, graph, root }: Options & { html: string; graph: GraphQLSchema },
): Promise<void> {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost');
  const [, folder, name = ''] = /^\/(module|partages)\/([\w./-]+)$/.exec(pathname) ?? [];
  if (folder !== undefined) {
    const from = folder === 'module' ? module : dirname(partages);
    res.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
    res.end(await readFile(join(from, name)));
  } else if (req.headers.accept?.includes('text/html')) {
    res.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  } else if (pathname === '/session') {
    sendJson(res, { authentifie: false });
  } else if (pathname === '/graphql') {
    const { query, operationName, variables = {} } = await questionOf(req);
    // A document named by its fingerprint alone is not known here: the client sends its text.
    if (query === undefined) {
      res.statusCode = 404;
      sendJson(res, { errors: [{ message: '', extensions: { code: 'DOCUMENT_INCONNU' } }] });
    } else {
      const asked = { source: query, operationName, variableValues: variables };
      sendJson(res, await graphql({ schema: graph, rootValue: root(), ...asked }));
    }
  } else res.writeHead(404).end();
}

interface Question {
  query?: string;
  operationName?: string | null;
  variables?: Record<string, unknown>;
}

async function questionOf(req: IncomingMessage): Promise<Question> {
  let body = '';
  for await (const chunk of req) body += String(chunk);
  const question: Question = JSON.parse(body);
  return question;
}

function sendJson(res: ServerResponse, value: unknown): void {
  res.setHeader('content-type', 'application/json').end(JSON.stringify(value));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function pageOf({ module, partages }: Options): Promise<string> {
  const shared: { imports: Record<string, string>; css: string[] } = JSON.parse(
    await readFile(partages, 'utf8'),
  );
  const manifest: { entree: string; css: string[] } = JSON.parse(
    await readFile(join(module, 'manifest.json'), 'utf8'),
  );
  const imports = Object.fromEntries(
    Object.entries(shared.imports).map(([name, path]) => [name, `/partages/${path}`]),
  );
  const styles = [
    ...shared.css.map((path) => `/partages/${path}`),
    ...manifest.css.map((path) => `/module/${path}`),
  ];
  return [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Module seul</title><link rel="icon" href="data:,">',
    `<script type="importmap">${JSON.stringify({ imports })}</script>`,
    ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    '<script type="application/json" id="passerelle-registre">{"modules":[],"demonstration":true,"dateDonnees":"2023-12-15"}</script>',
    '<script type="module">',
    "import { demarrerPortail } from '@passerelle/portal-kit';",
    `import * as module from '/module/${manifest.entree}';`,
    'await demarrerPortail();',
    "await module.mount({ domElement: document.getElementById('seul') });",
    '</script></head><body><main id="seul"></main></body></html>',
  ].join('\n');
}
