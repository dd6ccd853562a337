import { connect, createServer, type Socket } from 'node:net';

/** Stands between the registry and PostgreSQL, and cuts the wire when told. */
export interface UnProxy {
  readonly url: string;
  /** Every connection is lost, none is accepted. */
  couper(): void;
  retablir(): void;
  stop(): Promise<void>;
}

export async function unProxy(databaseUrl: string): Promise<UnProxy> {
  const cible = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let coupe = false;
  const server = createServer((client) => {
    if (coupe) return void client.destroy();
    const serveur = connect(Number(cible.port), cible.hostname);
    for (const [socket, autre] of [
      [client, serveur],
      [serveur, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => autre.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        autre.destroy();
      });
      socket.pipe(autre);
    }
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    couper() {
      coupe = true;
      destroyAll();
    },
    retablir() {
      coupe = false;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        destroyAll();
      }),
  };
}
