import type { ServerResponse } from 'node:http';

/** A server-sent stream that waits for who reads slowly. */
export interface EventStream {
  /** Aborted once the other end is gone. */
  readonly signal: AbortSignal;
  send(event: { event: string; id: string; data: string }): Promise<void>;
  comment(text: string): void;
  end(): void;
}

export function openEventStream(response: ServerResponse): EventStream {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  response.on('error', () => gone.abort());
  // Gone before we began to listen for it.
  if (response.destroyed || response.socket?.destroyed === true) gone.abort();
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  // Whoever connects knows at once that it is, even when there is nothing to tell.
  response.write(': bonjour\n\n');

  return {
    signal: gone.signal,
    async send({ event, id, data }) {
      if (gone.signal.aborted) return;
      const isTaken = response.write(`event: ${event}\nid: ${id}\ndata: ${data}\n\n`);
      if (!isTaken) await drained(response, gone.signal);
    },
    comment(text) {
      if (!gone.signal.aborted) response.write(`: ${text}\n\n`);
    },
    end() {
      response.end();
    },
  };
}

function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
