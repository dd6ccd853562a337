import type { Dispatcher } from 'undici';

export interface Answer {
  readonly status: number;
  readonly chunks: readonly Buffer[];
}

/** One POST of JSON over undici's `dispatch`, the cheapest way out of Node; nothing is decoded. */
export function post(
  dispatcher: Dispatcher,
  origin: string,
  path: string,
  body: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    dispatcher.dispatch(
      { origin, path, method: 'POST', headers: HEADERS, body },
      {
        // Without it undici takes the handler for one of its older interface.
        onRequestStart() {},
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          resolve({ status, chunks });
        },
        onResponseError(_controller, error) {
          reject(error);
        },
      },
    );
  });
}

const HEADERS = ['content-type', 'application/json', 'accept', 'application/json'];

export function textOf({ chunks }: Answer): string {
  const [first] = chunks;
  const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
  return bytes.toString('utf8');
}
