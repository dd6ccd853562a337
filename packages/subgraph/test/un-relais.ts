import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Identite, Partenaire } from '@passerelle/identity';
import type { TestSubgraph } from '../src/testing/index.js';

/** What a house answers to `actes…`, on its way to the one that follows. */
export interface PageEnRoute {
  jws: string[];
  dernier: number;
  suite: boolean;
}

/** Stands where the gateway and the identity provider stand: same HTTP, one service at a time. */
export interface Relais {
  readonly adresse: string;
  /** Houses that can be reached; without one, its field is null and an error names it. */
  readonly maisons: Map<Partenaire, TestSubgraph>;
  /** Changes what houses say; null leaves it as it is. */
  alterer: ((page: PageEnRoute) => PageEnRoute) | null;
  /** `apres` of each reading so far. */
  readonly lectures: number[];
  jetonsDemandes(): number;
  /** From now on the tokens given so far are refused. */
  oublierLesJetons(): void;
  couperLesFlux(): void;
  stop(): Promise<void>;
}

export const SECRET_DU_SERVICE = 'secret-de-service-pour-les-tests';

export async function unRelais(identite: Identite): Promise<Relais> {
  const flux = new Set<ServerResponse>();
  const lectures: number[] = [];
  let jetons = 0;
  let premierValable = 1;

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const adresse = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return json(response, 200, { token_endpoint: `${adresse}/token` });
      case '/token': {
        const attendu = Buffer.from(`${identite.sujet}:${SECRET_DU_SERVICE}`).toString('base64');
        if (request.headers.authorization !== `Basic ${attendu}`) {
          return json(response, 401, { error: 'invalid_client' });
        }
        jetons += 1;
        return json(response, 200, { access_token: `jeton-${jetons}`, expires_in: 600 });
      }
      default:
        return graphe(request, response);
    }
  }

  async function graphe(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, numero = '0'] = /^Bearer jeton-(\d+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (Number(numero) < premierValable) {
      return json(response, 401, {
        errors: [{ message: 'Ce jeton ne vaut plus.', extensions: { code: 'JETON_INVALIDE' } }],
      });
    }
    const body = await read(request);
    const { variables }: { variables: { apres?: number } } = JSON.parse(body);
    const partenaire = partenaireOf(body);
    const maison = relais.maisons.get(partenaire);
    const isStream = request.headers.accept === 'text/event-stream';
    if (maison === undefined) {
      const absent = {
        data: { page: null },
        errors: [
          {
            message: 'Ce partenaire ne répond pas.',
            extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire },
          },
        ],
      };
      if (!isStream) return json(response, 200, absent);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(`event: next\ndata: ${JSON.stringify(absent)}\n\nevent: complete\ndata:\n\n`);
      return;
    }
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await maison.token(identite)}`,
    };
    if (isStream) return stream(maison, headers, body, response);
    lectures.push(variables.apres ?? -1);
    const answer = (await (await maison.post('/graphql', headers, body)).json()) as {
      data?: { page: PageEnRoute | null };
    };
    const page = answer.data?.page;
    if (page && relais.alterer !== null) answer.data = { page: relais.alterer(page) };
    json(response, 200, answer);
  }

  async function stream(
    maison: TestSubgraph,
    headers: Record<string, string>,
    body: string,
    response: ServerResponse,
  ): Promise<void> {
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    try {
      const upstream = await fetch(`${maison.origin}/graphql/stream`, {
        method: 'POST',
        headers: { ...headers, accept: 'text/event-stream' },
        body,
        signal: abort.signal,
      });
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      flux.add(response);
      for await (const chunk of upstream.body ?? []) response.write(chunk);
    } catch {
      // The house, or who listens, left.
    } finally {
      flux.delete(response);
      response.end();
    }
  }

  const relais: Relais = {
    adresse,
    maisons: new Map(),
    alterer: null,
    lectures,
    jetonsDemandes: () => jetons,
    oublierLesJetons() {
      premierValable = jetons + 1;
    },
    couperLesFlux() {
      for (const response of flux) response.destroy();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return relais;
}

function partenaireOf(body: string): Partenaire {
  if (/actesEtat|acteSigneEtat/.test(body)) return 'etat';
  return /actesRegion|acteSigneRegion/.test(body) ? 'region' : 'pole-emploi';
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
