import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { errnoOf, StartRefusal } from './start-refusal.js';
import { readStateFile } from './state-file.js';

const STOP_DEADLINE_MS = 12_000;
const POLL_MS = 50;

/**
 * Holds this data folder until `release`. The lock is a name in Linux's abstract socket space: the
 * kernel frees it when its holder dies, so that a kill -9 leaves nothing to clean. A holder that is
 * stopping is waited for: npm leaves at once on a TERM, before what it started.
 *
 * @throws StartRefusal when another supervisor holds it
 */
export async function takeDossier(dossier: string): Promise<{ release(): Promise<void> }> {
  const digest = createHash('sha256').update(realpathSync(dossier)).digest('hex').slice(0, 32);
  const giveUpAt = Date.now() + STOP_DEADLINE_MS;
  const take = (): Promise<Server | null> => listen(`\0passerelle-superviseur-${digest}`);
  let server = await take();
  while (server === null && readStateFile(dossier)?.arret === true && Date.now() < giveUpAt) {
    await delay(POLL_MS);
    server = await take();
  }
  if (server === null) {
    const pid = readStateFile(dossier)?.superviseur;
    const qui = pid === undefined ? '' : ` (processus ${pid})`;
    throw new StartRefusal(
      `Passerelle est déjà en marche pour ${dossier}${qui}. Arrêtez-la d'abord avec Ctrl-C, ou donnez un autre dossier avec PASSERELLE_DOSSIER et d'autres ports.`,
    );
  }
  return {
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => {
      if (errnoOf(error) === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}
