import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '@passerelle/bench';
import { PARTENAIRES } from '@passerelle/identity';
import type { ChaosOptions } from '../arguments.js';
import { errorsTold } from '../journals.js';
import { settleRate } from '../peak.js';
import { phaseOf, startLoad } from '../phases.js';
import { type Published, publishSchema } from '../publisher.js';
import type { Scenario } from '../scenario.js';
import { changedSchema } from '../schemas.js';
import { onStage, type Stage } from '../stage.js';
import { openSubscriptions } from '../subscriptions.js';
import { enMs, loadFaults, loadLine, subscriptionFaults, subscriptionLine } from '../words.js';

/** The graph changes a thousand times under load, screens open: nothing fails, nothing is lost. */
export const rechargement: Scenario = {
  nom: 'rechargement',
  run(options, { say }) {
    return onStage({ abonnements: options.abonnements, say }, async (stage) => {
      say(`Ouverture de ${options.abonnements} abonnements`);
      const subscriptions = await openSubscriptions(stage, {
        nombre: options.abonnements,
        parSeconde: options.evenements,
      });
      // With the screens open: the peak is that of the state in which the load will be held.
      const rate = await settleRate(stage, options, say);
      say(`Régime établi, ${rate.parSeconde.toFixed(0)} requêtes par seconde`);
      const load = await startLoad(stage, rate.parSeconde, 'etabli');
      await delay(options.dureeMs);
      say(`${options.publications} publications`);
      await load.begin('rechargement');
      const publications = await publishMany(stage, options, say);
      const phases = await load.end();
      const abonnements = await subscriptions.close();

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
      const rapport = ratio(pendant.p99Ms, etabli.p99Ms);
      return {
        figures: {
          scenario: 'rechargement',
          options,
          pic: rate.pic,
          parSeconde: rate.parSeconde,
          etabli,
          rechargement: pendant,
          rapportP99: rapport,
          publications: { faites: publications.length, refusees, service, registre, passerelle },
          abonnements,
          journaux: errorsTold(stage.platform),
        },
        lignes: [
          ['pic', rate.pic === null ? 'non mesuré' : `${rate.pic.toFixed(0)} requêtes/s`],
          loadLine('régime établi', etabli),
          loadLine('pendant les publications', pendant),
          ['p99, rapport', rapport === null ? '—' : `${rapport.toFixed(2).replace('.', ',')} ×`],
          [
            'publications',
            `${publications.length} faites ; jusqu’au service p50 ${enMs(service.p50Ms)}, p95 ${enMs(service.p95Ms)} (registre p95 ${enMs(registre.p95Ms)}, passerelle p95 ${enMs(passerelle.p95Ms)})`,
          ],
          subscriptionLine(abonnements),
        ],
        manquements: [
          ...loadFaults('régime établi', etabli),
          ...loadFaults('pendant les publications', pendant),
          ...subscriptionFaults(abonnements),
          ...(refusees === 0 ? [] : [`${refusees} publications refusées par la passerelle`]),
        ],
      };
    });
  },
};

/** Each partner in turn deploys its service, then publishes what it serves. */
async function publishMany(
  stage: Stage,
  { publications, intervalleMs }: ChaosOptions,
  say: (text: string) => void,
): Promise<Published[]> {
  const { platform, partners, schemas, origines } = stage;
  const published: Published[] = [];
  for (let turn = 0; turn < publications; turn += 1) {
    const dueAt = Date.now() + intervalleMs;
    const partenaire = PARTENAIRES[turn % PARTENAIRES.length] ?? 'region';
    const schema = changedSchema(partenaire, schemas[partenaire], turn + 1);
    await partners.ask({ quoi: 'servir', partenaire, schema });
    published.push(
      await publishSchema(
        platform.registre,
        platform.jetons,
        partenaire,
        schema,
        origines[partenaire],
      ),
    );
    if ((turn + 1) % 100 === 0) say(`${turn + 1} publications sur ${publications}`);
    await delay(Math.max(0, dueAt - Date.now()));
  }
  return published;
}

function latencies(values: readonly number[]): { p50Ms: number | null; p95Ms: number | null } {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return { p50Ms: null, p95Ms: null };
  return { p50Ms: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) };
}

function ratio(value: number | null, to: number | null): number | null {
  return value === null || to === null || to === 0 ? null : value / to;
}
