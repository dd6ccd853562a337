import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InternalTokenVerifier, Partenaire } from '@passerelle/identity';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Database } from '../database/database.js';
import { ExposedError } from '../errors/exposed-error.js';
import type { ErrorMask } from '../errors/mask-error.js';
import { platformError } from '../errors/platform-errors.js';
import { authenticate } from '../identity/authenticate.js';
import type { RequestContext } from '../request/request-context.js';
import { RequestReads } from '../request/request-reads.js';
import { createGraphqlEndpoint } from './graphql-endpoint.js';
import { sendJson } from './send-json.js';
import { createStreamEndpoint } from './stream-endpoint.js';

export interface HostOptions {
  readonly served: SchemaServi;
  schema: GraphQLSchema;
  database: Database;
  verifyToken: InternalTokenVerifier;
  introspection: boolean;
  mask: ErrorMask;
  /** Said beside `pret`, for the person who looks after the service; never changes the status. */
  health: () => Readonly<Record<string, unknown>>;
}

/** What the registry asks before it publishes a schema, and again afterwards. */
export interface SchemaServi {
  readonly partenaire: Partenaire;
  /** `empreinteDuSchema` of the text. */
  readonly empreinte: string;
}

export interface Host {
  /** @returns the port really taken (useful when `port` is 0) */
  listen(port: number, host: string): Promise<number>;
  /** Stops taking requests, ends the streams, lets what runs finish. */
  close(): Promise<void>;
}

/** Requests still running after this are cut: the whole process has 5 s. */
const DRAIN_MS = 3000;
const IDLE_SWEEP_MS = 20;
const REQUEST_TIMEOUT_MS = 30_000;
/**
 * Longer than the gateway keeps a connection that it may use again: a connection closed here as a
 * request leaves there would pass for an outage.
 */
const KEEP_ALIVE_MS = 65_000;

type Endpoint = (
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
) => Promise<void>;

export async function createHost(options: HostOptions): Promise<Host> {
  const graphql = await createGraphqlEndpoint(options);
  const stream = createStreamEndpoint(options);

  async function withContext(
    request: IncomingMessage,
    response: ServerResponse,
    endpoint: Endpoint,
  ): Promise<void> {
    if (request.method !== 'POST') throw platformError('METHODE_REFUSEE');
    const identite = await authenticate(request, options.verifyToken);
    const reads = new RequestReads(() => options.database.readSession(identite));
    // The caller left: what is still queued is not read for nobody.
    response.once('close', () => void reads.close());
    try {
      await endpoint(request, response, { identite, reads });
    } finally {
      await reads.close();
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (request.url?.split('?')[0]) {
      case '/graphql':
        return withContext(request, response, graphql.handle);
      case '/graphql/stream':
        return withContext(request, response, stream.handle);
      case '/sante/vivant':
        return sendJson(response, 200, { statut: 'vivant' });
      case '/sante/pret': {
        const raison = await options.database.whyUnavailable();
        if (raison === null)
          return sendJson(response, 200, { statut: 'pret', ...options.health() });
        return sendJson(response, 503, { statut: 'indisponible', raison });
      }
      case '/sante/schema':
        return sendJson(response, 200, options.served);
      default:
        throw platformError('ADRESSE_INCONNUE');
    }
  }

  function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    // The caller left: nobody reads an answer.
    if (response.destroyed || response.headersSent) {
      response.destroy();
      return;
    }
    const status = statusOf(error);
    if (status === 413) {
      // What is left of the body is not read: the connection can't serve another request.
      response.setHeader('connection', 'close');
      response.once('finish', () => request.destroy());
    }
    sendJson(
      response,
      status,
      { errors: [options.mask(error)] },
      status === 401 ? { 'www-authenticate': 'Bearer' } : status === 405 ? { allow: 'POST' } : {},
    );
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => refuse(request, response, error));
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      stream.stop();
      // A stream that ends gives its connection back a moment later: nobody needs to wait for it.
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
      await graphql.stop();
    },
  };
}

function statusOf(error: unknown): number {
  if (error instanceof ExposedError) return error.httpStatus;
  // A malformed document on the stream.
  if (error instanceof GraphQLError) return 400;
  return 500;
}
