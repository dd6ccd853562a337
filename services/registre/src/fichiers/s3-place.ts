import { AwsClient } from 'aws4fetch';
import type { Place } from './file-store.js';
import type { S3Config } from './file-store-config.js';

const DEADLINE_MS = 10_000;
/** Nothing of ours is bigger: an answer that is, is not ours. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Any server that speaks S3: Amazon, or one of its own at `S3_ENDPOINT`. */
export function s3Place(config: S3Config): Place {
  const { accessKeyId, secretAccessKey, sessionToken, region } = config;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== null && { sessionToken }),
    region,
    service: 's3',
    // One more try: the caller waits, and knows how to try again.
    retries: 1,
  });
  const base = baseOf(config);
  const send = (method: string, hex: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> =>
    client.fetch(`${base}/${hex.slice(0, 2)}/${hex}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
      ...(body && { body, headers: { 'content-type': 'application/octet-stream' } }),
    });

  return {
    async exists(hex) {
      const response = await send('HEAD', hex);
      return isFound(response);
    },
    async read(hex) {
      const response = await send('GET', hex);
      if (!isFound(response)) return null;
      if (Number(response.headers.get('content-length')) > MAX_BYTES) {
        await response.body?.cancel();
        throw new Error('the file is bigger than anything that was put');
      }
      return new Uint8Array(await response.arrayBuffer());
    },
    async write(hex, bytes) {
      const response = await send('PUT', hex, new Uint8Array(bytes));
      if (!isFound(response)) throw new Error('the bucket does not exist');
      await response.body?.cancel();
    },
  };
}

/** @throws Error on anything but a success or an absence; the server's words stay out of it */
function isFound(response: Response): boolean {
  if (response.ok) return true;
  // Its body is not read: the connection is given back.
  void response.body?.cancel();
  if (response.status === 404) return false;
  throw new Error(`the file server answered ${response.status}`);
}

function baseOf({ endpoint, seau, prefixe, region }: S3Config): string {
  // A server of one's own rarely has a name for each bucket.
  const bucket =
    endpoint === null ? `https://${seau}.s3.${region}.amazonaws.com` : `${endpoint}/${seau}`;
  return prefixe === '' ? bucket : `${bucket}/${prefixe}`;
}
