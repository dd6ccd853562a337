import { get } from 'node:http';

export interface Sante {
  readonly statut: number;
  /** What the page says is missing, when it says so. */
  readonly raison: string | null;
}

const MAX_BYTES = 10_000;

/**
 * What a health page says, or null when nothing answers in time. One connection per question: a
 * kept-alive one would slow the drain of the process that it asks.
 */
export function probe(url: string, timeoutMs = 2_000): Promise<Sante | null> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: timeoutMs }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (text.length < MAX_BYTES) text += chunk;
      });
      response.on('error', () => resolve(null));
      response.on('end', () => {
        resolve({ statut: response.statusCode ?? 0, raison: raisonOf(text) });
      });
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(null));
  });
}

function raisonOf(text: string): string | null {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== 'object' || said === null || !('raison' in said)) return null;
    return typeof said.raison === 'string' ? said.raison : null;
  } catch {
    return null;
  }
}
