import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { z } from 'zod';
import { createEmissions, resolversOf, SCHEMAS } from './graphe.js';

/** How a partner behaves: well, or in one of the ways in which services are unwell. */
export type Conduite =
  | 'bien'
  /** Right, but late enough that equal reads meet. */
  | 'lent'
  | 'muet'
  | 'coupe'
  | 'erreur-500'
  | 'html'
  | 'json-coupe'
  | 'enorme'
  | 'base-absente'
  /** As a real subgraph says it: each root null, status 503. */
  | 'racines-nulles'
  | 'refus'
  | 'jeton-refuse';

export interface Appel {
  query: string;
  variables: unknown;
  authorization: string | undefined;
  traceparent: string | undefined;
  /** The gateway closed the connection before the answer was given. */
  estAbandonne: boolean;
}

export interface SousGrapheDeTest {
  partenaire: string;
  appels: Appel[];
  /** Listeners of its events: a subscription is really open. */
  abonnes(): number;
  fluxOuverts(): number;
  avancement(code: string): number | undefined;
  adresses(): { url: string; fluxUrl: string; santeUrl: string };
  seConduire(conduite: Conduite): void;
  /** What its health page says, whatever its conduct. */
  direSante(pret: boolean): void;
  emettre(event: object): void;
  arreter(): Promise<void>;
  demarrer(): Promise<void>;
}

/** A real subgraph over HTTP, on a free port kept from one start to the next. */
export const unSousGraphe = (partenaire: string): Promise<SousGrapheDeTest> =>
  unSousGrapheDe(SCHEMAS, partenaire);

export async function unSousGrapheDe(
  schemas: Readonly<Record<string, string>>,
  partenaire: string,
): Promise<SousGrapheDeTest> {
  const emissions = createEmissions();
  const { resolvers, avancements } = resolversOf(partenaire, emissions);
  const schema = buildSubgraphSchema([{ typeDefs: parse(schemas[partenaire] ?? ''), resolvers }]);
  const sse = createHandler({ schema });
  const appels: Appel[] = [];
  let conduite: Conduite = 'bien';
  let estPret = true;
  let server: Server | null = null;
  let port = 0;
  let flux = 0;

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.url === '/sante/pret') {
      res.writeHead(estPret ? 200 : 503).end();
      return;
    }
    if (req.url === '/graphql/stream') {
      flux += 1;
      res.on('close', () => {
        flux -= 1;
      });
      await sse(req, res);
      return;
    }
    const { query, variables } = await readJson(req);
    const appel: Appel = {
      query,
      variables,
      authorization: req.headers.authorization,
      traceparent: header(req, 'traceparent'),
      estAbandonne: false,
    };
    appels.push(appel);
    res.on('close', () => {
      appel.estAbandonne = !res.writableFinished;
    });
    if (conduite === 'lent') await delay(150);
    else if (conduite !== 'bien') {
      misbehave(conduite, req, res);
      return;
    }
    const result = await execute({ schema, document: parse(query), variableValues: variables });
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(result));
  }

  const sousGraphe: SousGrapheDeTest = {
    partenaire,
    appels,
    abonnes: () => emissions.listeners(),
    fluxOuverts: () => flux,
    avancement: (code) => avancements.get(code),
    adresses: () => ({
      url: `http://127.0.0.1:${port}/graphql`,
      fluxUrl: `http://127.0.0.1:${port}/graphql/stream`,
      santeUrl: `http://127.0.0.1:${port}/sante/pret`,
    }),
    seConduire(nouvelle) {
      conduite = nouvelle;
    },
    direSante(pret) {
      estPret = pret;
    },
    emettre: (event) => emissions.emit(event),
    async demarrer() {
      const started = createServer((req, res) => {
        handle(req, res).catch(() => res.destroy());
      });
      server = started;
      await new Promise<void>((resolve, reject) => {
        started.once('error', reject);
        started.listen(port, '127.0.0.1', resolve);
      });
      const address = started.address();
      if (isAddress(address)) port = address.port;
    },
    async arreter() {
      const stopped = server;
      if (stopped === null) return;
      server = null;
      stopped.closeAllConnections();
      await new Promise<void>((resolve) => stopped.close(() => resolve()));
    },
  };
  await sousGraphe.demarrer();
  return sousGraphe;
}

function misbehave(
  conduite: Exclude<Conduite, 'bien' | 'lent'>,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  switch (conduite) {
    case 'muet':
      return;
    case 'coupe':
      req.socket.destroy();
      return;
    case 'erreur-500':
      res.writeHead(500, { 'content-type': 'text/plain' }).end('relation "agents" does not exist');
      return;
    case 'html':
      res.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance</html>');
      return;
    case 'json-coupe':
      res.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"engagements":[');
      return;
    case 'enorme':
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(`{"data":{"x":"${'x'.repeat(11 * 1024 * 1024)}"}}`);
      return;
    case 'refus':
      res.writeHead(403, { 'content-type': 'application/json' });
      res.end('{"errors":[{"message":"Accès refusé.","extensions":{"code":"ACCES_REFUSE"}}]}');
      return;
    case 'jeton-refuse':
      res.writeHead(401, { 'content-type': 'application/json' });
      res.end('{"errors":[{"message":"Jeton","extensions":{"code":"JETON_INVALIDE"}}]}');
      return;
    case 'racines-nulles':
      res.writeHead(503, { 'content-type': 'application/json' });
      res.end(
        JSON.stringify({
          data: { engagements: null },
          errors: [
            {
              message: 'absente',
              path: ['engagements'],
              extensions: { code: 'BASE_INDISPONIBLE' },
            },
          ],
        }),
      );
      return;
    case 'base-absente':
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(
        JSON.stringify({
          data: null,
          errors: [{ message: 'absente', extensions: { code: 'BASE_INDISPONIBLE' } }],
        }),
      );
  }
}

const corpsSchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });

async function readJson(
  req: IncomingMessage,
): Promise<{ query: string; variables: Record<string, unknown> }> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(Buffer.from(chunk));
  return corpsSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
}

function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return typeof value === 'string' ? value : undefined;
}

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  address !== null && typeof address === 'object';
