// Stands for a service: answers on FAUX_PORT; FAUX_COMPORTEMENT makes it misbehave.
import { createServer } from 'node:http';

const behaviour = process.env['FAUX_COMPORTEMENT'] ?? '';
const databases = Object.keys(process.env).filter((name) => name.startsWith('DATABASE_URL_'));

if (behaviour === 'tombe') {
  process.stdout.write('{"level":60,"msg":"Configuration refusée : il manque un réglage."}\n');
  process.exit(1);
}
process.on('SIGTERM', () => {
  if (behaviour !== 'sourd') process.exit(0);
});
createServer((request, response) => {
  const isReady = behaviour !== 'jamais-pret';
  response.statusCode = isReady || request.url === '/environnement' ? 200 : 503;
  response.end(JSON.stringify({ pid: process.pid, databases }));
}).listen(Number(process.env['FAUX_PORT']), '127.0.0.1');
