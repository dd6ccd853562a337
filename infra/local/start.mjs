// `npm start`: from a bare clone to a running platform. Plain Node 20, no dependency.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { racine } from './preparation/paths.mjs';
import { prepare } from './preparation/prepare.mjs';
import { main, Refusal } from './preparation/refusal.mjs';
import { relay } from './preparation/relay.mjs';
import { createSteps } from './preparation/steps.mjs';

/** Three here; then the supervisor's: database, services, gateway. */
const STEPS = 6;

await main(async () => {
  refuseProduction();
  refuseSecondStart();
  const steps = createSteps(STEPS);
  await prepare(steps);
  const supervisor = join(racine, 'packages', 'supervisor', 'dist', 'main.js');
  return relay(supervisor, [`--etapes=${steps.done}/${STEPS}`, ...process.argv.slice(2)]);
});

function refuseProduction() {
  if (process.env.NODE_ENV !== 'production') return;
  throw new Refusal(
    "NODE_ENV=production : « npm start » est une démonstration sur une machine (base embarquée, comptes fictifs) ; en production, chaque service est lancé par l'exploitant.",
  );
}

/** Asked before building: a second start must not replace files under the first. */
function refuseSecondStart() {
  const dossier = resolve(process.env.PASSERELLE_DOSSIER || join(racine, '.passerelle'));
  const state = join(dossier, 'processus.json');
  if (!existsSync(state)) return;
  let pid;
  try {
    pid = JSON.parse(readFileSync(state, 'utf8')).superviseur;
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('supervisor/dist/main.js')) return;
  } catch {
    return;
  }
  throw new Refusal(
    `Passerelle est déjà en marche pour ${dossier} (processus ${pid}). Arrêtez-la d'abord avec Ctrl-C, ou donnez un autre dossier avec PASSERELLE_DOSSIER et d'autres ports.`,
  );
}
