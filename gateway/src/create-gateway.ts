import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Habilitations, SigningKey } from '@passerelle/identity';
import type { DocumentPersiste } from '@passerelle/publication';
import { Agent } from 'undici';
import {
  createPortalService,
  type PortalOptions,
  type RegistryLink,
} from './create-portal-service.js';
import { createAskAsPublic } from './donnees-ouvertes/ask-as-public.js';
import { createOpenData } from './donnees-ouvertes/serve-open-data.js';
import { TABLES } from './donnees-ouvertes/tables.js';
import { createClientAddress } from './http/client-address.js';
import { createCookieJar } from './http/cookies.js';
import { type AnswerTrace, createGraphqlEndpoint } from './http/graphql-endpoint.js';
import {
  type Alarme,
  type PublicationState,
  sendAlive,
  sendReadiness,
} from './http/health-routes.js';
import { createRateLimit } from './http/rate-limit.js';
import { createRouter } from './http/router.js';
import { createSignInRoutes, type SignInRoutes } from './http/sign-in-routes.js';
import { createStreamCounter } from './http/subscription-stream.js';
import { createAccessTokenVerifier } from './identity/access-token.js';
import {
  type Authenticator,
  createAuthenticator,
  withoutAuthentication,
} from './identity/authenticate.js';
import {
  createInternalTokens,
  createRegistryTokens,
  noInternalTokens,
} from './identity/internal-tokens.js';
import { createOidc, type OidcSettings } from './identity/oidc.js';
import { createSessions } from './identity/session.js';
import type { Limites } from './limits.js';
import { type Journal, logAnswer } from './observability/journal.js';
import { createMetrics, type Metrics } from './observability/metrics.js';
import { createLiveStreams } from './operation/live-streams.js';
import { createPublishedDocuments } from './operation/published-documents.js';
import { createPartnerMonitor, type WatchedPartner } from './partners/partner-monitor.js';
import { createHealthProbe } from './partners/probe-health.js';
import type { PortalSource } from './registre/portal-source.js';
import type { UsageReporter } from './registre/usage-reporter.js';
import type { Graph } from './supergraph/graph.js';
import { createGraphHolder } from './supergraph/graph-holder.js';
import { connectOptions } from './transport/connect-options.js';
import { createSubgraphClient } from './transport/subgraph-client.js';

export interface GatewayOptions {
  adressePublique: URL;
  limites: Limites;
  delaiRequeteMs: number;
  delaiPartenaireMs: number;
  journal: Journal;
  /** Null: everyone may ask everything, no token is sent, partners' errors are shown as they are. */
  identity: IdentityOptions | null;
  /** Null: no pages. */
  portail: PortalOptions | null;
  /** Where agents' publications pages lead and browsers' incidents go; null without a registry. */
  registre?: RegistryLink | null;
  /** Refuses partners whose name leads to the machine itself; nothing on one machine does. */
  dehorsSeulement?: boolean;
  /** Told of each operation that is accepted. */
  onUse?: UsageReporter['record'] | undefined;
}

export interface IdentityOptions {
  sessionCle: Uint8Array;
  jetonsInternesCle: SigningKey;
  habilitations: () => Habilitations;
  oidc: Omit<OidcSettings, 'redirection' | 'apresDeconnexion'>;
  audience: string;
  mandatairesDeConfiance: readonly string[];
}

/** One consistent set of what a gateway serves. */
export interface Offer {
  /** Null where nothing is published: a supergraph alone. */
  numero: number | null;
  /**
   * The same object as before when the graph did not change: what was worked out for it stays. Null
   * while no schema is published.
   */
  graph: Graph | null;
  partenaires: readonly WatchedPartner[];
  portail: PortalSource | null;
  documents: readonly DocumentPersiste[];
}

/** A gateway without a port: give its handler to a server, or call it in a test. */
export interface Gateway {
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  metrics: Metrics;
  /** Serves this from now on; requests in flight end on what was served before. */
  serve(next: Offer): Promise<void>;
  /** A publication was refused; null: the one that followed is served. */
  alarm(alarme: Alarme | null): void;
  /** Not ready any more; streams end with `complete`. Requests in flight go on. */
  beginStop(): void;
  close(): Promise<void>;
}

export function createGateway(options: GatewayOptions): Gateway {
  const { adressePublique, journal, limites } = options;
  const streams = createStreamCounter();
  const live = createLiveStreams();
  const documents = createPublishedDocuments();
  const graph = createGraphHolder({ limites, streams: live, absents: () => monitor.absents() });
  const metrics = createMetrics({
    streams: () => streams.total(),
    plans: () => graph.current()?.operations.size() ?? 0,
  });
  const dehorsSeulement = options.dehorsSeulement ?? false;
  const probes = new Agent({
    connect: connectOptions(dehorsSeulement),
    connections: 2,
    keepAliveTimeout: 4_000,
  });
  const monitor = createPartnerMonitor({
    probe: createHealthProbe(probes),
    onChange(partenaire, statut, cause) {
      metrics.partnerChanged(partenaire, statut === 'disponible');
      journal.warn({ partenaire, statut, cause }, 'partner state changed');
    },
  });
  const identity = options.identity === null ? null : createIdentity(options, options.identity);
  const client = createSubgraphClient({
    monitor,
    tokens: identity?.tokens ?? noInternalTokens,
    delaiPartenaireMs: options.delaiPartenaireMs,
    reponseMaxOctets: limites.reponsePartenaireOctets,
    masquerErreurs: identity !== null,
    dehorsSeulement,
    onCall: metrics.called,
  });
  const portal = createPortalService({
    adressePublique,
    limites,
    journal,
    metrics,
    identity,
    portail: options.portail,
    registre: options.registre ?? null,
  });
  const publication: PublicationState = { numero: null, alarme: null };
  /** The graph comes before the pages: ready is when both are there. */
  let hasServed = false;
  let isStopping = false;

  const run = { monitor, fetch: client.fetch, subscribe: client.subscribe };
  const openData =
    options.identity === null
      ? null
      : createOpenData({
          tables: TABLES,
          ask: createAskAsPublic(graph, run),
          adressePublique,
          delaiRequeteMs: options.delaiRequeteMs,
          limite: createRateLimit(limites.extraitsParMinute),
          clientAddress: createClientAddress(options.identity.mandatairesDeConfiance),
        });
  const graphql = createGraphqlEndpoint({
    graph,
    documents,
    live,
    onUse: (usage, { client, version }) => options.onUse?.(usage, client, version),
    run,
    authenticator: identity?.authenticator ?? withoutAuthentication,
    session: identity?.session ?? null,
    limites,
    delaiRequeteMs: options.delaiRequeteMs,
    streams,
    onAnswer(trace: AnswerTrace) {
      metrics.answered(trace);
      logAnswer(journal, trace);
    },
  });

  return {
    metrics,
    handle: createRouter({
      isHttps: adressePublique.protocol === 'https:',
      graphql,
      signIn: identity?.routes ?? null,
      agentRoutes: portal.agentRoutes,
      openData,
      sendAlive,
      sendReadiness: (res) =>
        sendReadiness(res, {
          hasGraph: hasServed && graph.current() !== null,
          monitor,
          isStopping,
          publication: { ...publication, alarme: publication.alarme ?? portal.alarm() },
        }),
      sendPortal: portal.sendPortal,
      onBug: (err, reference) => journal.error({ err, reference }, 'request failed by a bug'),
    }),
    async serve({ numero, graph: next, partenaires, portail, documents: published }) {
      // Before the pages that send them.
      documents.replace(published);
      if (next !== null) await graph.replace(next);
      monitor.watch(partenaires);
      await portal.replace(portail, numero ?? 0);
      publication.numero = numero;
      hasServed = true;
      metrics.published(numero ?? 0);
      for (const { partenaire, statut } of monitor.etats()) {
        metrics.partnerChanged(partenaire, statut === 'disponible');
      }
    },
    alarm(alarme) {
      publication.alarme = alarme;
      metrics.alarmed(alarme !== null || portal.alarm() !== null);
    },
    beginStop() {
      isStopping = true;
      streams.endAll();
    },
    async close() {
      monitor.stop();
      graph.close();
      await Promise.all([client.close(), probes.destroy(), portal.close()]);
    },
  };
}

interface IdentityParts {
  authenticator: Authenticator;
  tokens: ReturnType<typeof createInternalTokens>;
  registryTokens: ReturnType<typeof createRegistryTokens>;
  routes: SignInRoutes;
  session: {
    sessions: ReturnType<typeof createSessions>;
    cookies: ReturnType<typeof createCookieJar>;
    adressePublique: URL;
  };
}

function createIdentity(
  { adressePublique, journal, limites }: GatewayOptions,
  identity: IdentityOptions,
): IdentityParts {
  const sessions = createSessions({ cle: identity.sessionCle });
  const cookies = createCookieJar(adressePublique);
  const oidc = createOidc({
    ...identity.oidc,
    redirection: new URL('/connexion/retour', adressePublique),
    apresDeconnexion: new URL('/', adressePublique),
  });
  const authenticator = createAuthenticator({
    sessions,
    cookies,
    habilitations: identity.habilitations,
    verifyAccessToken: createAccessTokenVerifier({
      emetteur: identity.oidc.emetteur,
      audience: identity.audience,
      jwksUri: oidc.jwksUri,
    }),
  });
  return {
    authenticator,
    tokens: createInternalTokens(identity.jetonsInternesCle),
    registryTokens: createRegistryTokens(identity.jetonsInternesCle),
    session: { sessions, cookies, adressePublique },
    routes: createSignInRoutes({
      oidc,
      sessions,
      cookies,
      authenticator,
      habilitations: identity.habilitations,
      adressePublique,
      clientAddress: createClientAddress(identity.mandatairesDeConfiance),
      rateLimit: createRateLimit(limites.connexionsParMinute),
      onEvent: (evenement, sujet) => journal.info({ evenement, sujet }, 'session'),
    }),
  };
}
