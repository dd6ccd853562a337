import { type Dispatcher, request } from 'undici';
import type { ProbeResult } from './partner-monitor.js';

const DELAI_MS = 1_000;

/** Asks a partner's readiness page; only its status matters. */
export function createHealthProbe(
  dispatcher: Dispatcher,
): (santeUrl: string) => Promise<ProbeResult> {
  return async (santeUrl) => {
    try {
      const { statusCode, body } = await request(santeUrl, {
        dispatcher,
        signal: AbortSignal.timeout(DELAI_MS),
        headersTimeout: DELAI_MS,
        bodyTimeout: DELAI_MS,
      });
      await body.dump();
      return statusCode === 200 ? 'pret' : 'pas-pret';
    } catch (error) {
      return isSilence(error) ? 'muet' : 'pas-pret';
    }
  };
}

function isSilence(error: unknown): boolean {
  return error instanceof Error && /Timeout|Abort/.test(error.name);
}
