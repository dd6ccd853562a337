import { createServer, type Server } from 'node:net';
import type { NomDePort, PORTS } from './config.js';

/** A free port for each thing that listens, as environment variables: `{ PORT: '41233', … }`. */
export async function freePorts(): Promise<Record<(typeof PORTS)[NomDePort]['variable'], string>> {
  // All are held until the last is known, so that no number is given twice.
  const held: Server[] = [];
  const take = async (): Promise<string> => {
    const server = createServer();
    held.push(server);
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(String(typeof address === 'object' ? address?.port : address));
      });
    });
  };
  const ports = {
    PORT: await take(),
    PORT_ADMIN: await take(),
    PORT_IDENTITE: await take(),
    PORT_REGISTRE: await take(),
    PORT_ETAT: await take(),
    PORT_REGION: await take(),
    PORT_POLE_EMPLOI: await take(),
    PORT_POSTGRES: await take(),
  };
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
