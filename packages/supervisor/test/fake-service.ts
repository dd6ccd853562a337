// Stands for a service: answers on FAUX_PORT; FAUX_COMPORTEMENT makes it misbehave. Named
// `registre`, it also publishes as the registry does.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createFakeRegistry } from './fake-registry.ts';

const behaviour = process.env['FAUX_COMPORTEMENT'] ?? '';
const databases = Object.keys(process.env).filter((name) => name.startsWith('DATABASE_URL_'));

if (behaviour === 'tombe') {
  process.stdout.write('{"level":60,"msg":"Configuration refusée : il manque un réglage."}\n');
  process.exit(1);
}
process.on('SIGTERM', () => {
  if (behaviour !== 'sourd') process.exit(0);
});
/** Threads of its own, one after the other: 0 once all have ended well. */
let threadExit: number | null = 0;
if (behaviour === 'ouvriers') startThreads(3);

function startThreads(count: number): void {
  threadExit = null;
  const thread = new Worker(new URL('./fake-thread.ts', import.meta.url));
  thread.on('error', (error) => process.stdout.write(`${error.message}\n`));
  thread.on('exit', (code) => {
    if (code === 0 && count > 1) startThreads(count - 1);
    else threadExit = code;
  });
}

const server =
  process.env['FAUX_NOM'] === 'registre'
    ? createFakeRegistry({ racine: readRootToken(), refuse: new Set([behaviour]) }).server
    : createServer((request, response) => {
        if (threadExit === 1) process.exit(1);
        const isReady = behaviour !== 'jamais-pret' && threadExit === 0;
        response.statusCode = isReady || request.url === '/environnement' ? 200 : 503;
        response.end(JSON.stringify({ pid: process.pid, databases }));
      });
server.listen(Number(process.env['FAUX_PORT']), '127.0.0.1');

function readRootToken(): string {
  const dossier = process.env['PASSERELLE_DOSSIER'] ?? '';
  return readFileSync(join(dossier, 'secrets', 'registre-racine.jeton'), 'utf8').trim();
}
