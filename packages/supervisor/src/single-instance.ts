import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { errnoOf, StartRefusal } from './start-refusal.js';
import { readStateFile } from './state-file.js';

/**
 * Holds this data folder until `release`. The lock is a name in Linux's abstract socket space: the
 * kernel frees it when its holder dies, so that a kill -9 leaves nothing to clean.
 *
 * @throws StartRefusal when another supervisor holds it
 */
export async function takeDossier(dossier: string): Promise<{ release(): Promise<void> }> {
  const digest = createHash('sha256').update(realpathSync(dossier)).digest('hex').slice(0, 32);
  const server = await listen(`\0passerelle-superviseur-${digest}`);
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
