import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { errnoOf } from './errors.js';

const LOWEST = 10_000;
/** Where Linux begins to choose by itself, when it doesn't say otherwise. */
const USUAL_EPHEMERAL = 32_768;
const ATTEMPTS = 50;

/**
 * Ports of 127.0.0.1 on which nothing listens, all different. They are chosen outside the range from
 * which the kernel serves outgoing connections: one of these could otherwise take the port between
 * its choice and its use, which happens on a machine that runs many tests.
 */
export async function freePorts(count: number): Promise<number[]> {
  // All are held until the last is known, so that no number is given twice.
  const held: Server[] = [];
  try {
    const ports: number[] = [];
    for (let index = 0; index < count; index += 1) ports.push(await take(held));
    return ports;
  } finally {
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

async function take(held: Server[]): Promise<number> {
  const highest = ephemeralStart();
  for (let attempt = 0; attempt < ATTEMPTS && highest > LOWEST + ATTEMPTS; attempt += 1) {
    const port = await tryListen(randomInt(LOWEST, highest), held);
    if (port !== null) return port;
  }
  const port = await tryListen(0, held);
  if (port === null) throw new Error('no port is free');
  return port;
}

function tryListen(port: number, held: Server[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (errnoOf(error) === 'EADDRINUSE' || errnoOf(error) === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      held.push(server);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function ephemeralStart(): number {
  try {
    const [start = ''] = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s/);
    return Number(start) || USUAL_EPHEMERAL;
  } catch {
    // Another system than Linux.
    return USUAL_EPHEMERAL;
  }
}
