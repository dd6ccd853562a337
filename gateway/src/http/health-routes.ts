import type { ServerResponse } from 'node:http';
import type { PartnerMonitor } from '../partners/partner-monitor.js';
import type { GraphHolder } from '../supergraph/graph-holder.js';
import { sendJson } from './send-json.js';

export function sendAlive(res: ServerResponse): void {
  sendJson(res, 200, { statut: 'vivant' });
}

/** Ready even when a partner is away: the others' agents must still get in. */
export function sendReadiness(
  res: ServerResponse,
  deps: { graph: GraphHolder; monitor: PartnerMonitor; isStopping: boolean },
): void {
  const served = deps.graph.current();
  const partenaires = deps.monitor.etats();
  const publication = served?.graph.numero ?? null;
  res.setHeader('cache-control', 'no-store');
  if (served === null || deps.isStopping) {
    sendJson(res, 503, { statut: 'indisponible', partenaires, publication });
    return;
  }
  const isWhole = partenaires.every(({ statut }) => statut === 'disponible');
  sendJson(res, 200, { statut: isWhole ? 'pret' : 'degrade', partenaires, publication });
}
