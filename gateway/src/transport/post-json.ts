import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

export interface HttpAnswer {
  statut: number;
  contentType: string;
  text: string;
}

interface PostRequest {
  dispatcher: Dispatcher;
  origin: string;
  path: string;
  /** Name, value, name, value… as undici takes them without copying. */
  headers: string[];
  body: string;
  signal: AbortSignal;
}

/**
 * One POST over undici's `dispatch`, the cheapest way out of Node: no stream, no web
 * objects, the answer read as one string. Its size is bounded by the dispatcher.
 *
 * @throws what undici says, or the signal's reason when aborted
 */
export function postJson(r: PostRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (r.signal.aborted) {
      reject(r.signal.reason);
      return;
    }
    let controller: Dispatcher.DispatchController | undefined;
    let statut = 0;
    let contentType = '';
    const chunks: Buffer[] = [];
    let isOver = false;

    const finish = (act: () => void): void => {
      if (isOver) return;
      isOver = true;
      r.signal.removeEventListener('abort', onAbort);
      act();
    };
    const onAbort = (): void => {
      const reason: unknown = r.signal.reason;
      finish(() => reject(reason));
      controller?.abort(reason instanceof Error ? reason : new Error('aborted'));
    };
    r.signal.addEventListener('abort', onAbort, { once: true });

    r.dispatcher.dispatch(
      { origin: r.origin, path: r.path, method: 'POST', headers: r.headers, body: r.body },
      {
        onRequestStart(c) {
          controller = c;
          if (isOver) c.abort(new Error('aborted'));
        },
        onResponseStart(_c, statusCode, headers: IncomingHttpHeaders) {
          statut = statusCode;
          contentType = headers['content-type'] ?? '';
        },
        onResponseData(_c, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          const [first] = chunks;
          const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
          finish(() => resolve({ statut, contentType, text: bytes.toString('utf8') }));
        },
        onResponseError(_c, error) {
          finish(() => reject(error));
        },
      },
    );
  });
}
