import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PARTENAIRES } from '@passerelle/identity';
import { estArretable, type Reponse, sendCommand } from './command-socket.js';
import { errnoOf } from './start-refusal.js';
import { readStateFile } from './state-file.js';

// `npm run partenaire -- arreter|demarrer <code>`; started by infra/local/partenaire.mjs.
const racine = join(fileURLToPath(import.meta.url), '..', '..', '..', '..');
const dossier = resolve(process.env['PASSERELLE_DOSSIER'] || join(racine, '.passerelle'));

const [action, partenaire] = process.argv.slice(2);
const reponse = await run(action, partenaire);
(reponse.ok ? process.stdout : process.stderr).write(`${reponse.message}\n`);
process.exitCode = reponse.ok ? 0 : 1;

async function run(action = '', partenaire = ''): Promise<Reponse> {
  if ((action !== 'arreter' && action !== 'demarrer') || !estArretable(partenaire)) {
    return {
      ok: false,
      message: `Usage : npm run partenaire -- arreter|demarrer ${[...PARTENAIRES, 'registre'].join('|')}`,
    };
  }
  const absent = {
    ok: false,
    message: `Passerelle n'est pas en marche pour ${dossier}. Lancez d'abord npm start.`,
  };
  try {
    const state = readStateFile(dossier);
    if (state === null || state.commande === '') return absent;
    return await sendCommand(state.commande, { action, partenaire });
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return absent;
    if (code === 'EACCES') {
      return { ok: false, message: 'Passerelle a été lancée par un autre utilisateur.' };
    }
    throw error;
  }
}
