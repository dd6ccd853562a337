import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identite } from '@passerelle/identity';
import type { Canal } from '@passerelle/publication';
import { type AgentRoute, type AgentRoutes, createAgentRoutes } from './http/agent-routes.js';
import { type GraphqlEndpointDeps, renewCookie } from './http/graphql-endpoint.js';
import type { Alarme } from './http/health-routes.js';
import { createIncidentsRoute } from './http/incidents-route.js';
import { createOverridesRoute } from './http/overrides-route.js';
import { sendPortal } from './http/portal-routes.js';
import { createVersionRoute } from './http/portal-version-route.js';
import { createRateLimit } from './http/rate-limit.js';
import { createRegistryProxy } from './http/registry-proxy.js';
import { readAgent } from './http/require-agent.js';
import type { Authenticator } from './identity/authenticate.js';
import type { Limites } from './limits.js';
import type { Journal } from './observability/journal.js';
import type { Metrics } from './observability/metrics.js';
import type { RefusedLot } from './portal/fetch-portal.js';
import { createIncidents, type Incidents } from './portal/incidents.js';
import { createPortal, type Portal } from './portal/portal.js';
import type { PortalFacts } from './portal/portal-page.js';
import type { PortalSource } from './registre/portal-source.js';
import { postToRegistry, type RegistryAccess } from './registre/registry-client.js';

export interface PortalOptions extends PortalFacts {
  /** Where files stay from one start to the next; null: in memory only. */
  dossier: string | null;
  /** Whether agents may take a module from their own machine. */
  surchargesLocales: boolean;
}

/** How this gateway reaches the registry, and who it is there. */
export interface RegistryLink {
  acces: RegistryAccess;
  canal: Canal;
  /** Stable name of this replica. */
  passerelle: string;
}

export interface PortalServiceDeps {
  adressePublique: URL;
  limites: Limites;
  journal: Journal;
  metrics: Metrics;
  portail: PortalOptions | null;
  registre: RegistryLink | null;
  /** Null: nobody signs in, everyone gets what is for everyone. */
  identity: {
    authenticator: Authenticator;
    session: NonNullable<GraphqlEndpointDeps['session']>;
    registryTokens: (identite: Identite) => Promise<string>;
  } | null;
}

/** The portal's pages and files, and what these pages ask beside the graph. */
export interface PortalService {
  sendPortal:
    | ((req: IncomingMessage, res: ServerResponse, pathname: string) => Promise<boolean>)
    | null;
  agentRoutes: AgentRoutes | null;
  /** @see Portal.replace */
  replace(source: PortalSource | null, numero: number): Promise<void>;
  /** Why a part of what was last published is not served. */
  alarm(): Alarme | null;
  close(): Promise<void>;
}

const DELAI_INCIDENTS_MS = 3_000;

export function createPortalService(deps: PortalServiceDeps): PortalService {
  const { portail, identity, registre } = deps;
  const portal = portail === null ? null : openPortal(deps, portail);
  const incidents =
    portal === null || registre === null ? null : openIncidents(deps, portal, registre);
  return {
    sendPortal: portal === null || portail === null ? null : pages(deps, portal, portail),
    agentRoutes:
      identity === null ? null : createAgentRoutes(agentRoutes(deps, identity, portal, incidents)),
    async replace(source, numero) {
      await portal?.replace(source, numero);
    },
    alarm: () => alarmOf(portal?.refused() ?? null),
    async close() {
      portal?.close();
      await incidents?.stop();
    },
  };
}

function alarmOf(lot: RefusedLot | null): Alarme | null {
  if (lot === null) return null;
  const quoi = lot.lot === 'coquille' || lot.lot === 'partages' ? lot.lot : `module ${lot.lot}`;
  return {
    code: 'LOT_ALTERE',
    message: `Le fichier ${lot.fichier} (${quoi}, révision ${lot.revision}) n’a pas pu être obtenu intact : ce qui était servi le reste.`,
    le: lot.le,
  };
}

function openPortal({ journal, metrics }: PortalServiceDeps, options: PortalOptions): Portal {
  const { demonstration, dateDonnees, dossier } = options;
  return createPortal({
    facts: { demonstration, dateDonnees },
    dossier,
    onRefused({ lot, revision, fichier, cause: err }) {
      metrics.fileRefused();
      journal.error({ lot, revision, fichier, err }, 'bundle refused, what was served stays');
    },
  });
}

function openIncidents(
  { metrics }: PortalServiceDeps,
  portal: Portal,
  { acces, canal, passerelle }: RegistryLink,
): Incidents {
  return createIncidents({
    canal,
    passerelle,
    isServed: portal.isServed,
    post: (rapport) =>
      postToRegistry(acces, '/v1/incidents', rapport, AbortSignal.timeout(DELAI_INCIDENTS_MS)),
    onLost: metrics.incidentsLost,
  });
}

function pages(
  { adressePublique, identity, journal, metrics }: PortalServiceDeps,
  portal: Portal,
  { surchargesLocales }: PortalOptions,
): PortalService['sendPortal'] {
  return (req, res, pathname) =>
    sendPortal(req, res, pathname, {
      portal,
      adressePublique,
      readAgent: async () => (identity === null ? null : readAgent(req, identity.authenticator)),
      surchargesLocales,
      onFileRefused(chemin, err) {
        metrics.fileRefused();
        journal.error({ chemin, err }, 'file refused');
      },
    });
}

function agentRoutes(
  { adressePublique, journal, limites, portail, registre }: PortalServiceDeps,
  { authenticator, session, registryTokens }: NonNullable<PortalServiceDeps['identity']>,
  portal: Portal | null,
  incidents: Incidents | null,
): AgentRoute[] {
  const routes: AgentRoute[] = [];
  if (portal !== null) {
    routes.push({
      chemin: '/portail/version',
      handle: createVersionRoute({ portal, authenticator }),
    });
  }
  if (incidents !== null) {
    const rateLimit = createRateLimit(limites.incidentsParMinute);
    routes.push({
      chemin: '/portail/incidents',
      handle: createIncidentsRoute({ incidents, authenticator, adressePublique, rateLimit }),
    });
  }
  if (portail?.surchargesLocales) {
    routes.push({
      chemin: '/portail/surcharges',
      handle: createOverridesRoute({ authenticator, adressePublique }),
    });
  }
  if (registre !== null) {
    routes.push({
      chemin: '/registre/',
      handle: createRegistryProxy({
        registre: registre.acces,
        authenticator,
        adressePublique,
        mintToken: registryTokens,
        keepSession: (res, active) => renewCookie(res, session, active),
        rateLimit: createRateLimit(limites.registreParMinute),
        onFailure: (err, reference) => journal.error({ err, reference }, 'registry unreachable'),
      }),
    });
  }
  return routes;
}
