// `npm start`: from a bare clone to a running platform. Plain Node 20, no dependency.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { racine } from './preparation/paths.mjs';
import { prepare } from './preparation/prepare.mjs';
import { main, Refusal } from './preparation/refusal.mjs';
import { relay } from './preparation/relay.mjs';
import { createSteps } from './preparation/steps.mjs';

/** Three here; then the supervisor's: database, services, publications, gateway. */
const STEPS = 7;
/** A first one whose npm was just killed needs a moment to notice, and then to stop. */
const NOTICE_MS = 1_200;
const STOP_MS = 12_000;

await main(async () => {
  refuseProduction();
  await refuseSecondStart();
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

/**
 * Asked before building: a second start must not replace files under the first. One that is about to
 * stop is waited for: npm leaves at once on a TERM, before what it started.
 */
async function refuseSecondStart() {
  const dossier = resolve(process.env.PASSERELLE_DOSSIER || join(racine, '.passerelle'));
  const noticeUntil = Date.now() + NOTICE_MS;
  const stopUntil = Date.now() + STOP_MS;
  for (;;) {
    const running = readRunning(dossier);
    if (running === null) return;
    if (Date.now() > (running.arret ? stopUntil : noticeUntil)) {
      throw new Refusal(
        `Passerelle est déjà en marche pour ${dossier} (processus ${running.superviseur}). Arrêtez-la d'abord avec Ctrl-C, ou donnez un autre dossier avec PASSERELLE_DOSSIER et d'autres ports.`,
      );
    }
    await delay(50);
  }
}

function readRunning(dossier) {
  try {
    const state = JSON.parse(readFileSync(join(dossier, 'processus.json'), 'utf8'));
    const command = readFileSync(`/proc/${state.superviseur}/cmdline`, 'utf8');
    return command.includes('supervisor/dist/main.js') ? state : null;
  } catch {
    return null;
  }
}
