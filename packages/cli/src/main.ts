import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { executer } from './executer.js';
import type { Monde } from './monde.js';

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

const monde: Monde = {
  env: process.env,
  dossier: process.cwd(),
  ecrire: (texte) => process.stdout.write(texte),
  dire: (texte) => process.stderr.write(texte),
  largeur: process.stdout.columns ?? (Number(process.env['COLUMNS']) || 100),
  anime: process.stderr.isTTY === true,
  couleur: process.stdout.isTTY === true && process.stdout.hasColors(),
  attendre: (ms) => setTimeout(ms),
  maintenant: () => new Date(),
};

// What reads us may stop reading (`passerelle journal | head`): that is not a failure.
process.stdout.on('error', (erreur: NodeJS.ErrnoException) => {
  if (erreur.code !== 'EPIPE') throw erreur;
  process.exit();
});
process.exitCode = await executer(process.argv.slice(2), monde, version);
