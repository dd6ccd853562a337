import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Longer than the silence between two signs of life of a stream. */
const INACTIVITE_MS = 20_000;

/**
 * A server that slow or silent clients can't hold: headers in 5 s, a whole request in 10 s, and
 * an answer that nobody reads is not kept.
 */
export function createHttpServer(
  handle: Handler,
  onBug: (error: unknown) => void,
  { inactiviteMs = INACTIVITE_MS }: { inactiviteMs?: number } = {},
): Server {
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16 * 1024,
      noDelay: true,
    },
    (req, res) => {
      handle(req, res).catch((error: unknown) => {
        onBug(error);
        res.destroy();
      });
    },
  );
  server.timeout = inactiviteMs;
  return server;
}

export function listen(server: Server, port: number, hote: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hote, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no TCP address'));
      else resolve(address);
    });
  });
}

/** Lets requests in flight end, then closes what is left; never longer than `delaiMs`. */
export async function closeServer(server: Server, delaiMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const timer = setTimeout(() => server.closeAllConnections(), delaiMs);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}
