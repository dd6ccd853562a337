import { createServer } from 'node:net';
import { type Config, type NomDePort, PORTS } from './config.js';
import { errnoOf, StartRefusal } from './start-refusal.js';

/** Where a web server will listen; the database checks its own port, and may already live there. */
const WEB: readonly NomDePort[] = [
  'portail',
  'administration',
  'identite',
  'registre',
  'etat',
  'region',
  'pole-emploi',
];

/** @throws StartRefusal with one sentence per port that cannot be taken */
export async function checkPorts(config: Config): Promise<void> {
  // A set: an address that is not ours is one fault, not one per port.
  const problemes = new Set<string>();
  for (const nom of WEB) {
    if (nom === 'identite' && config.emetteurExterne !== null) continue;
    const probleme = await tryPort(nom, config);
    if (probleme !== null) problemes.add(probleme);
  }
  if (problemes.size > 0) throw new StartRefusal([...problemes].join('\n'));
}

async function tryPort(nom: NomDePort, config: Config): Promise<string | null> {
  const { variable, libelle } = PORTS[nom];
  const port = config.ports[nom];
  const error = await listenOnce(config.hote, port);
  if (error === null) return null;
  const code = errnoOf(error);
  if (code === 'EADDRINUSE') {
    return `Le port ${port} (${libelle}) est déjà occupé par un autre programme. Libérez-le, ou choisissez-en un autre avec ${variable}.`;
  }
  if (code === 'EACCES') {
    return `Le port ${port} (${libelle}) demande un droit que l'utilisateur courant n'a pas. Choisissez-en un autre, au-dessus de 1023, avec ${variable}.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOTE=${config.hote} n'est pas une adresse de cette machine.`;
  }
  throw error;
}

function listenOnce(host: string, port: number): Promise<Error | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
