import { get } from 'node:http';

/**
 * HTTP status of a health page, or null when nothing answers in time. One connection per question:
 * a kept-alive one would slow the drain of the process that it asks.
 */
export function probe(url: string, timeoutMs = 2_000): Promise<number | null> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: timeoutMs }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(null));
  });
}
