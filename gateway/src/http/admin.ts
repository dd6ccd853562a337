import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '../observability/metrics.js';
import { sendText } from './send-json.js';

/** The administration port: never published outside. */
export function createAdminHandler(
  metrics: Metrics,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    if (req.method === 'GET' && req.url === '/metrics') {
      sendText(res, 200, metrics.contentType, await metrics.text());
      return;
    }
    sendText(res, 404, 'text/plain; charset=utf-8', 'Seul /metrics est servi ici.\n');
  };
}
