import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { estPartenaire, type Partenaire } from '@passerelle/identity';

/** What may be stopped and started alone: a partner's service, or the registry. */
export type Arretable = Partenaire | 'registre';

export interface Commande {
  readonly action: 'arreter' | 'demarrer';
  readonly partenaire: Arretable;
}

export interface Reponse {
  readonly ok: boolean;
  readonly message: string;
}

/** Longest socket path that every Linux accepts, its final zero left out. */
const MAX_PATH_BYTES = 100;
const MAX_COMMAND_BYTES = 1_000;

/** Takes commands of this user alone: the socket's mode keeps the others out. */
export async function listenForCommands(
  dossier: string,
  act: (commande: Commande) => Promise<Reponse>,
): Promise<{ path: string; close(): Promise<void> }> {
  const { path, remove } = choosePath(dossier);
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MAX_COMMAND_BYTES) socket.destroy();
    });
    socket.on('end', () => {
      void answer(text, act).then((reponse) => socket.end(JSON.stringify(reponse)));
    });
  });
  await listenPrivately(server, path);
  server.unref();
  return {
    path,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          remove();
          resolve();
        });
        for (const socket of open) socket.destroy();
      }),
  };
}

export function estArretable(code: string): code is Arretable {
  return code === 'registre' || estPartenaire(code);
}

/** @throws the socket's error when no supervisor listens there */
export function sendCommand(path: string, commande: Commande): Promise<Reponse> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = createConnection({ path, allowHalfOpen: true });
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('end', () => {
      const reponse = parse(text);
      if (isReponse(reponse)) resolve(reponse);
      else reject(new Error('Le superviseur a coupé la conversation.'));
    });
    socket.end(JSON.stringify(commande));
  });
}

async function answer(
  text: string,
  act: (commande: Commande) => Promise<Reponse>,
): Promise<Reponse> {
  const commande = parse(text);
  if (!isCommande(commande)) return { ok: false, message: 'Commande inconnue.' };
  try {
    return await act(commande);
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function choosePath(dossier: string): { path: string; remove(): void } {
  const path = join(dossier, 'superviseur.sock');
  if (Buffer.byteLength(path) <= MAX_PATH_BYTES) {
    // Left by a killed supervisor: the instance lock says that nobody listens there.
    rmSync(path, { force: true });
    return { path, remove: () => rmSync(path, { force: true }) };
  }
  const short = join(mkdtempSync(join(tmpdir(), 'passerelle-')), 'superviseur.sock');
  return {
    path: short,
    remove: () => rmSync(dirname(short), { recursive: true, force: true }),
  };
}

/** The mask is set while the socket is made: changing its mode afterwards would leave a moment. */
async function listenPrivately(server: Server, path: string): Promise<void> {
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(mask);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isCommande(value: unknown): value is Commande {
  return (
    isRecord(value) &&
    (value['action'] === 'arreter' || value['action'] === 'demarrer') &&
    typeof value['partenaire'] === 'string' &&
    estArretable(value['partenaire'])
  );
}

function isReponse(value: unknown): value is Reponse {
  return (
    isRecord(value) && typeof value['ok'] === 'boolean' && typeof value['message'] === 'string'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
