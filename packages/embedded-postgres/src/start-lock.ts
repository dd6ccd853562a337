import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError, errnoOf } from './errors.js';

const RETRY_MS = 25;
const DEADLINE_MS = 120_000;

/**
 * Runs `act` alone on this machine for this data folder. The lock is a name in Linux's abstract
 * socket space: the kernel frees it when its holder dies, so that no stale lock is ever to be guessed.
 *
 * @param dossier - real path: two spellings of one folder would be two locks
 */
export async function withStartLock<T>(dossier: string, act: () => Promise<T>): Promise<T> {
  const digest = createHash('sha256').update(dossier).digest('hex').slice(0, 32);
  const lock = await acquire(`\0passerelle-postgres-${digest}`, dossier);
  try {
    return await act();
  } finally {
    await new Promise<void>((resolve) => lock.close(() => resolve()));
  }
}

async function acquire(name: string, dossier: string): Promise<Server> {
  const giveUpAt = Date.now() + DEADLINE_MS;
  for (;;) {
    const server = await tryListen(name);
    if (server !== null) return server;
    if (Date.now() > giveUpAt) {
      throw new EmbeddedPostgresError(
        'DEMARRAGE_IMPOSSIBLE',
        `Un autre démarrage de la base de données de ${dossier} est en cours depuis plus de deux minutes. Arrêtez-le, puis recommencez.`,
      );
    }
    await delay(RETRY_MS);
  }
}

function tryListen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => {
      if (errnoOf(error) === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
  });
}
