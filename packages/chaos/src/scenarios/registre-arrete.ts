import { setTimeout as delay } from 'node:timers/promises';
import { deploy, prepareDeployments } from '../deployments.js';
import { errorsTold } from '../journals.js';
import { settleRate } from '../peak.js';
import { phaseOf, startLoad, startSteadyLoad, warmUpOf } from '../phases.js';
import type { Scenario } from '../scenario.js';
import { onStage, type Stage } from '../stage.js';
import { openSubscriptions } from '../subscriptions.js';
import { enMs, loadFaults, loadLine, subscriptionFaults, subscriptionLine } from '../words.js';

const RESTART_DEADLINE_MS = 60_000;
const POLL_MS = 20;

/**
 * The registry is away for minutes of load: nothing fails. A gateway that starts meanwhile serves
 * what it kept on its disk; the registry back, it serves what is published next.
 */
export const registreArrete: Scenario = {
  nom: 'registre-arrete',
  run(options, { say }) {
    return onStage({ abonnements: options.abonnements, say }, async (stage) => {
      const rate = await settleRate(stage, options, say);
      const subscriptions = await openSubscriptions(stage, {
        nombre: options.abonnements,
        parSeconde: options.evenements,
      });
      const load = await startSteadyLoad(
        stage,
        { parSeconde: rate.parSeconde, chauffeMs: options.chauffeMs },
        say,
      );
      await delay(options.dureeMs);
      say(`Registre arrêté pour ${options.arretMs / 1_000} s`);
      await load.begin('sans-registre');
      await stage.platform.stopPartner('registre');
      await delay(options.arretMs);
      const phases = await load.end();
      // Before the gateway falls: what it breaks then is not the registry's doing.
      const abonnements = await subscriptions.close();

      say('Passerelle relancée sans registre');
      const demarrageMs = await restartGateway(stage);
      const again = await startLoad(stage, rate.parSeconde, 'disque');
      await delay(options.dureeMs);
      const disque = phaseOf(await again.end(), 'disque');

      say('Retour du registre');
      await stage.platform.startPartner('registre');
      const retourMs = await publishAgain(stage);

      const chauffe = warmUpOf(phases);
      const etabli = phaseOf(phases, 'etabli');
      const sans = phaseOf(phases, 'sans-registre');
      return {
        figures: {
          scenario: 'registre-arrete',
          options,
          pic: rate.pic,
          parSeconde: rate.parSeconde,
          chauffe,
          etabli,
          sansRegistre: sans,
          demarrageSurDisqueMs: demarrageMs,
          disque,
          publicationAuRetourMs: retourMs,
          abonnements,
          journaux: errorsTold(stage.platform),
        },
        lignes: [
          ['pic', rate.pic === null ? 'non mesuré' : `${rate.pic.toFixed(0)} requêtes/s`],
          loadLine('mise en température', chauffe),
          loadLine('régime établi', etabli),
          loadLine('registre arrêté', sans),
          ['passerelle relancée', `sert depuis son disque en ${enMs(demarrageMs)}`],
          loadLine('depuis le disque', disque),
          ['registre revenu', `une publication servie en ${enMs(retourMs)}`],
          subscriptionLine(abonnements),
        ],
        manquements: [
          ...loadFaults('mise en température', chauffe),
          ...loadFaults('régime établi', etabli),
          ...loadFaults('registre arrêté', sans),
          ...loadFaults('depuis le disque', disque),
          ...subscriptionFaults(abonnements),
        ],
      };
    });
  },
};

/** Killed, so that nothing is handed over; the supervisor starts another one. @returns until it serves */
async function restartGateway({ platform }: Stage): Promise<number> {
  const before = platform.pidOf('gateway');
  process.kill(before, 'SIGKILL');
  const giveUpAt = Date.now() + RESTART_DEADLINE_MS;
  let bornAt: number | null = null;
  while (Date.now() < giveUpAt) {
    const pid = runningGateway(platform.pidOf);
    if (bornAt === null && pid !== null && pid !== before) bornAt = performance.now();
    if (bornAt !== null && (await isServing(platform.portail))) return performance.now() - bornAt;
    await delay(POLL_MS);
  }
  throw new Error('La passerelle relancée sans registre ne sert pas.');
}

function runningGateway(pidOf: (nom: string) => number): number | null {
  try {
    return pidOf('gateway');
  } catch {
    // Between two processes: asked again until the deadline.
    return null;
  }
}

async function isServing(portail: string): Promise<boolean> {
  try {
    const response = await fetch(`${portail}/sante/pret`);
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

async function publishAgain(stage: Stage): Promise<number> {
  const [deployment] = prepareDeployments(stage, 1);
  if (deployment === undefined) throw new Error('nothing to publish');
  const { jusquAuServiceMs } = await deploy(stage, deployment);
  return jusquAuServiceMs;
}
