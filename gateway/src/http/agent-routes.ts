import type { IncomingMessage, ServerResponse } from 'node:http';

/** One address, or everything under it when it ends with a slash. */
export interface AgentRoute {
  chemin: string;
  handle: (req: IncomingMessage, res: ServerResponse, url: URL, reference: string) => Promise<void>;
}

/** What the portal's pages ask of the gateway beside the graph. False: not one of these. */
export type AgentRoutes = (
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  reference: string,
) => Promise<boolean>;

export function createAgentRoutes(routes: readonly AgentRoute[]): AgentRoutes {
  return async (req, res, url, reference) => {
    const route = routes.find(({ chemin }) =>
      chemin.endsWith('/') ? url.pathname.startsWith(chemin) : url.pathname === chemin,
    );
    if (route === undefined) return false;
    await route.handle(req, res, url, reference);
    return true;
  };
}
