import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Service {
  readonly origin: string;
  readonly port: number;
  /** `host` of each request received. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

/** A partner's process, that answers what the test says. */
export async function unService(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Service> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.headers.host ?? '');
    answer(request, response);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As a subgraph does. */
export function quiSert(
  dit: () => { partenaire: string; empreinte: string },
): (request: IncomingMessage, response: ServerResponse) => void {
  return ({ url }, response) => {
    const isKnown = url === '/sante/schema';
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKnown ? dit() : {}));
  };
}
