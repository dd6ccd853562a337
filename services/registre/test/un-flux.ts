import { setTimeout as delay } from 'node:timers/promises';

export interface Evenement {
  readonly id: number;
  readonly jws: string;
  /** Instant of reception. */
  readonly recuMs: number;
}

/** A gateway that listens: keeps all that it received, in order. */
export interface UnFlux {
  readonly recus: readonly Evenement[];
  /** True once the other end closed it. */
  readonly isEnded: () => boolean;
  close(): void;
}

export async function unFlux(
  origin: string,
  jeton: string,
  options: { canal?: string; passerelle?: string; depuis?: number } = {},
): Promise<UnFlux> {
  const { canal = 'production', passerelle, depuis } = options;
  const query = new URLSearchParams({ canal, ...(passerelle && { passerelle }) });
  const abort = new AbortController();
  const response = await fetch(`${origin}/v1/publications/flux?${query}`, {
    headers: {
      authorization: `Bearer ${jeton}`,
      ...(depuis !== undefined && { 'last-event-id': String(depuis) }),
    },
    signal: abort.signal,
  });
  if (!response.ok) throw new Error(`flux: ${response.status} ${await response.text()}`);
  const recus: Evenement[] = [];
  let ended = false;
  const reading = read(response, recus);
  reading
    .catch(() => undefined)
    .finally(() => {
      ended = true;
    });
  return { recus, isEnded: () => ended, close: () => abort.abort() };
}

async function read(response: Response, recus: Evenement[]): Promise<void> {
  let buffer = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    buffer += decoder.decode(chunk, { stream: true });
    let end = buffer.indexOf('\n\n');
    while (end !== -1) {
      const block = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      end = buffer.indexOf('\n\n');
      if (!/^event: publication$/m.test(block)) continue;
      const id = Number(/^id: (\d+)$/m.exec(block)?.[1]);
      recus.push({ id, jws: /^data: (.*)$/m.exec(block)?.[1] ?? '', recuMs: performance.now() });
    }
  }
}

const DEADLINE_MS = 30_000;

/** Waits for a condition, not for a time. */
export async function jusquA(
  condition: () => boolean | Promise<boolean>,
  quoi: string,
): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`n’est pas arrivé : ${quoi}`);
    await delay(20);
  }
}
