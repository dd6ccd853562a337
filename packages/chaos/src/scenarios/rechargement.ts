import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '@passerelle/bench';
import { type Deployment, deploy, prepareDeployments } from '../deployments.js';
import { errorsTold } from '../journals.js';
import { settleRate } from '../peak.js';
import { phaseOf, startSteadyLoad, warmUpOf } from '../phases.js';
import { type ProcessorTimes, processorTimes, shareOfProcessor } from '../processor-time.js';
import type { Published } from '../publisher.js';
import type { Scenario } from '../scenario.js';
import { onStage, type Stage } from '../stage.js';
import { openSubscriptions } from '../subscriptions.js';
import {
  enMs,
  loadFaults,
  loadLine,
  processorLine,
  subscriptionFaults,
  subscriptionLine,
} from '../words.js';

/** The graph changes a thousand times under load, screens open: nothing fails, nothing is lost. */
export const rechargement: Scenario = {
  nom: 'rechargement',
  run(options, { say }) {
    return onStage({ abonnements: options.abonnements, say }, async (stage) => {
      const deployments = prepareDeployments(stage, options.publications);
      say(`Ouverture de ${options.abonnements} abonnements`);
      const subscriptions = await openSubscriptions(stage, {
        nombre: options.abonnements,
        parSeconde: options.evenements,
      });
      // With the screens open: the peak is that of the state in which the load will be held.
      const rate = await settleRate(stage, options, say);
      const load = await startSteadyLoad(
        stage,
        { parSeconde: rate.parSeconde, chauffeMs: options.chauffeMs },
        say,
      );
      const processors = [lookAtProcessors(stage)];
      await delay(options.dureeMs);
      say(`${options.publications} publications`);
      await load.begin('rechargement');
      processors.push(lookAtProcessors(stage));
      const publications = await publishMany(stage, deployments, options.intervalleMs, say);
      processors.push(lookAtProcessors(stage));
      const phases = await load.end();
      const abonnements = await subscriptions.close();

      const chauffe = warmUpOf(phases);
      const etabli = phaseOf(phases, 'etabli');
      const pendant = phaseOf(phases, 'rechargement');
      const service = latencies(publications.map(({ jusquAuServiceMs }) => jusquAuServiceMs));
      const registre = latencies(publications.map(({ registreMs }) => registreMs));
      const passerelle = latencies(
        publications.flatMap(({ acquittements }) => acquittements.map(({ dureeMs }) => dureeMs)),
      );
      const refusees = publications.flatMap(({ acquittements }) =>
        acquittements.filter(({ statut }) => statut === 'REFUSEE'),
      ).length;
      const [partEtabli, partPendant] = sharesBetween(processors);
      const rapport = ratio(pendant.p99Ms, etabli.p99Ms);
      return {
        figures: {
          scenario: 'rechargement',
          options,
          pic: rate.pic,
          parSeconde: rate.parSeconde,
          chauffe,
          etabli,
          rechargement: pendant,
          rapportP99: rapport,
          publications: { faites: publications.length, refusees, service, registre, passerelle },
          processeurs: { etabli: partEtabli, rechargement: partPendant },
          abonnements,
          journaux: errorsTold(stage.platform),
        },
        lignes: [
          ['pic', rate.pic === null ? 'non mesuré' : `${rate.pic.toFixed(0)} requêtes/s`],
          loadLine('mise en température', chauffe),
          loadLine('régime établi', etabli),
          loadLine('pendant les publications', pendant),
          ['p99, rapport', rapport === null ? '—' : `${rapport.toFixed(2).replace('.', ',')} ×`],
          [
            'publications',
            `${publications.length} faites ; jusqu’au service p50 ${enMs(service.p50Ms)}, p95 ${enMs(service.p95Ms)} (registre p95 ${enMs(registre.p95Ms)}, passerelle p95 ${enMs(passerelle.p95Ms)})`,
          ],
          processorLine('processeur avant', partEtabli),
          processorLine('processeur pendant', partPendant),
          subscriptionLine(abonnements),
        ],
        manquements: [
          ...loadFaults('mise en température', chauffe),
          ...loadFaults('régime établi', etabli),
          ...loadFaults('pendant les publications', pendant),
          ...subscriptionFaults(abonnements),
          ...(refusees === 0 ? [] : [`${refusees} publications refusées par la passerelle`]),
        ],
      };
    });
  },
};

/** One after the other, each begun so long after the one before, or as soon as that one is served. */
async function publishMany(
  stage: Stage,
  deployments: readonly Deployment[],
  intervalleMs: number,
  say: (text: string) => void,
): Promise<Published[]> {
  const published: Published[] = [];
  for (const deployment of deployments) {
    const dueAt = Date.now() + intervalleMs;
    published.push(await deploy(stage, deployment));
    if (published.length % 100 === 0) {
      say(`${published.length} publications sur ${deployments.length}`);
    }
    await delay(Math.max(0, dueAt - Date.now()));
  }
  return published;
}

interface Look {
  readonly atMs: number;
  readonly times: ProcessorTimes;
}

/** Of the product, and of those who load it: all share the same processors. */
function lookAtProcessors({ platform, load, partners, subscribers }: Stage): Look {
  const times = processorTimes({
    passerelle: platform.pidOf('gateway'),
    registre: platform.pidOf('registre'),
    lecteurs: load.pid,
    écrans: subscribers.pid,
    remplaçants: partners.pid,
    scénario: process.pid,
  });
  return { atMs: performance.now(), times };
}

function sharesBetween(looks: readonly Look[]): ProcessorTimes[] {
  return looks.slice(1).map((look, i) => {
    const before = looks[i] ?? look;
    return shareOfProcessor(before.times, look.times, look.atMs - before.atMs);
  });
}

function latencies(values: readonly number[]): { p50Ms: number | null; p95Ms: number | null } {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return { p50Ms: null, p95Ms: null };
  return { p50Ms: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) };
}

function ratio(value: number | null, to: number | null): number | null {
  return value === null || to === null || to === 0 ? null : value / to;
}
