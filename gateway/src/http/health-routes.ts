import type { ServerResponse } from 'node:http';
import type { PartnerMonitor } from '../partners/partner-monitor.js';
import { sendJson } from './send-json.js';

/** Why what was last received is not served. */
export interface Alarme {
  readonly code: string;
  readonly message: string;
  /** ISO instant. */
  readonly le: string;
}

/** What is served, and whether something else should be. */
export interface PublicationState {
  numero: number | null;
  alarme: Alarme | null;
}

export function sendAlive(res: ServerResponse): void {
  sendJson(res, 200, { statut: 'vivant' });
}

/**
 * Ready even when a partner is away: the others' agents must still get in. Neither does the
 * registry matter: what it published is served without it.
 */
export function sendReadiness(
  res: ServerResponse,
  deps: {
    hasGraph: boolean;
    monitor: PartnerMonitor;
    isStopping: boolean;
    publication: PublicationState;
  },
): void {
  const { numero, alarme } = deps.publication;
  const partenaires = deps.monitor.etats();
  const etat = { partenaires, publication: numero, ...(alarme === null ? {} : { alarme }) };
  res.setHeader('cache-control', 'no-store');
  if (!deps.hasGraph || deps.isStopping) {
    sendJson(res, 503, { statut: 'indisponible', ...etat });
    return;
  }
  const isWhole = partenaires.every(({ statut }) => statut === 'disponible');
  sendJson(res, 200, { statut: isWhole ? 'pret' : 'degrade', ...etat });
}
