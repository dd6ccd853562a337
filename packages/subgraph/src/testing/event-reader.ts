export interface StreamEvent {
  readonly event: string;
  // A test looks where it wants in an event; what it finds is compared, never trusted.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data: any;
}

/** One server-sent stream, read event by event. */
export interface EventReader {
  readonly status: number;
  /** The next event; null when the stream has ended. Comments that keep it alive are skipped. */
  next(): Promise<StreamEvent | null>;
  close(): Promise<void>;
}

export async function readEvents(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(url, { method: 'POST', headers, body, signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';

  async function next(): Promise<StreamEvent | null> {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end !== -1) {
        const block = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        const event = /^event: (.*)$/m.exec(block)?.[1];
        if (event === undefined) continue;
        const data = /^data: (.*)$/m.exec(block)?.[1];
        return { event, data: data ? JSON.parse(data) : null };
      }
      const read = await reader?.read();
      if (!read || read.done) return null;
      buffer += read.value;
    }
  }

  return {
    status: response.status,
    next,
    async close() {
      abort.abort();
      await reader?.cancel().catch(() => undefined);
    },
  };
}
