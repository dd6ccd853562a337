import { setTimeout as delay } from 'node:timers/promises';
import type { Acquittement, Canal, Trousseau } from '@passerelle/publication';
import { Agent } from 'undici';
import type { Gateway } from '../create-gateway.js';
import type { RegistryLink } from '../create-portal-service.js';
import type { Journal } from '../observability/journal.js';
import { createComposer } from '../supergraph/composer.js';
import { createPlanners } from '../supergraph/planners.js';
import { followRegistry } from './follow-registry.js';
import { createFileSource } from './portal-source.js';
import { createPublicationKeeper } from './publication-keeper.js';
import { createReceiver } from './receive-publications.js';
import { callRegistry, postToRegistry, type RegistryAccess } from './registry-client.js';
import { createUsageReporter, type UsageReporter } from './usage-reporter.js';

export interface RegistrySettings {
  adresse: URL;
  jeton: string;
  canal: Canal;
  /** Stable name of this replica. */
  passerelle: string;
  /** Keys to believe before the first publication. */
  clesInitiales: Trousseau;
  /** Where the last publication stays. */
  dossier: string;
  /** Where the portal's files stay. */
  fichiers: string;
  production: boolean;
}

/** What ties a gateway to its registry. */
export interface RegistryConnection {
  /** For the pages and reports of agents. */
  link: RegistryLink;
  recordUse: UsageReporter['record'];
  /** Serves what was kept on disk, then follows the registry, which may be away. */
  start(gateway: Pick<Gateway, 'serve' | 'alarm' | 'metrics'>): Promise<void>;
  /** After the gateway is closed: its last reports leave through here. */
  stop(): Promise<void>;
}

const CONNEXION_MAX_MS = 2_000;
const REPRISE_MAX_MS = 1_500;
/** A registry that does not answer must not delay a stop. */
const ADIEU_MAX_MS = 500;
const ENVOI_MAX_MS = 5_000;
/** The registry gives a sign of life every ten seconds. */
const SILENCE_MAX_MS = 25_000;

export function connectRegistry(settings: RegistrySettings, journal: Journal): RegistryConnection {
  const { canal, passerelle } = settings;
  const dispatcher = new Agent({
    connect: { timeout: CONNEXION_MAX_MS },
    headersTimeout: SILENCE_MAX_MS,
    bodyTimeout: SILENCE_MAX_MS,
  });
  const acces: RegistryAccess = { adresse: settings.adresse, jeton: settings.jeton, dispatcher };
  const threads = { composer: createComposer(), planners: createPlanners() };
  let gatewayMetrics: Gateway['metrics'] | null = null;
  const usages = createUsageReporter({
    canal,
    passerelle,
    post: (rapport) => post('/v1/usages', rapport),
    onLost: (nombre) => gatewayMetrics?.usageLost(nombre),
  });
  let stopFollowing: () => Promise<void> = async () => undefined;
  let settled: () => Promise<void> = async () => undefined;

  const post = (chemin: string, body: unknown): Promise<void> =>
    postToRegistry(acces, chemin, body, AbortSignal.timeout(ENVOI_MAX_MS));

  async function acknowledge(acquittement: Acquittement): Promise<void> {
    try {
      await post('/v1/acquittements', acquittement);
    } catch (err) {
      // It sends the publication again when it is back, and is told then.
      journal.debug({ err }, 'acknowledgement not sent');
    }
  }

  async function readPast(numero: number): Promise<string | null> {
    const signal = AbortSignal.timeout(ENVOI_MAX_MS);
    try {
      const chemin = `/v1/publications/${canal}/${numero}`;
      const { statusCode, body } = await callRegistry(acces, chemin, { signal });
      const texte = await body.text();
      return statusCode === 200 ? texte : null;
    } catch {
      // Its keys stay unlearnt then: what needs them is refused, and told.
      return null;
    }
  }

  return {
    link: { acces, canal, passerelle },
    recordUse: usages.record,
    async start(gateway) {
      gatewayMetrics = gateway.metrics;
      const receiver = createReceiver({
        canal,
        passerelle,
        production: settings.production,
        keeper: createPublicationKeeper(settings.dossier, settings.clesInitiales, (fichier, err) =>
          journal.error({ fichier, err }, 'kept file unreadable'),
        ),
        fichiers: createFileSource(acces, settings.fichiers),
        threads,
        gateway,
        readPast,
        acknowledge,
        journal,
      });
      settled = receiver.settled;
      // The graph is there at once; files of the portal that the disk lost must not delay it.
      await Promise.race([receiver.restore(), delay(REPRISE_MAX_MS, undefined, { ref: false })]);
      stopFollowing = followRegistry({
        acces,
        canal,
        passerelle,
        receive: receiver.receive,
        journal,
      });
    },
    async stop() {
      await stopFollowing();
      await settled();
      await Promise.race([usages.stop(), delay(ADIEU_MAX_MS, undefined, { ref: false })]);
      await Promise.all([threads.composer.close(), threads.planners.close(), dispatcher.destroy()]);
    },
  };
}
