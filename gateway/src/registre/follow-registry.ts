import { setTimeout as delay } from 'node:timers/promises';
import type { Canal } from '@passerelle/publication';
import type { Journal } from '../observability/journal.js';
import { readServerSentEvents } from '../transport/server-sent-events.js';
import { callRegistry, type RegistryAccess, RegistryRefusal } from './registry-client.js';

export interface FollowDeps {
  acces: RegistryAccess;
  canal: Canal;
  passerelle: string;
  receive: (jws: string) => Promise<void>;
  journal: Journal;
  /** Longest wait between two attempts, less a random part. */
  attenteMaxMs?: number;
}

/** Larger than any publication. */
const PUBLICATION_MAX_OCTETS = 64 * 1024 * 1024;
const ATTENTE_MIN_MS = 200;
const ATTENTE_MAX_MS = 5_000;
const LECTURE_MAX_MS = 15_000;

/**
 * Receives each publication of a channel as it is made: by the registry's stream, else by asking
 * now and then. A registry that is away stops nothing.
 *
 * @returns stops following
 */
export function followRegistry(deps: FollowDeps): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const attenteMax = deps.attenteMaxMs ?? ATTENTE_MAX_MS;
  let isAway = false;
  let etag: string | null = null;

  function noteThere(): void {
    if (isAway) deps.journal.info('registry reached again');
    isAway = false;
  }

  function noteAway(err: unknown): void {
    if (isAway || signal.aborted) return;
    isAway = true;
    // An answer that refuses this gateway is a fault of the deployment, silence is not.
    if (err instanceof RegistryRefusal)
      deps.journal.error({ err }, 'registry refuses this gateway');
    else deps.journal.warn({ err }, 'registry away, what is served stays');
  }

  /** Until the stream stops. @returns whether it had begun */
  async function readStream(): Promise<boolean> {
    const chemin = `/v1/publications/flux?${search(deps)}`;
    let hasBegun = false;
    try {
      const { statusCode, body } = await callRegistry(deps.acces, chemin, {
        headers: { accept: 'text/event-stream' },
        signal,
      });
      if (statusCode !== 200) throw new RegistryRefusal(statusCode, chemin, await body.text());
      hasBegun = true;
      noteThere();
      for await (const { event, data } of readServerSentEvents(body, PUBLICATION_MAX_OCTETS)) {
        if (event === 'publication') void deps.receive(data);
      }
    } catch (error) {
      noteAway(error);
    }
    return hasBegun;
  }

  async function poll(): Promise<void> {
    const chemin = `/v1/publications/courante?${search(deps)}`;
    try {
      const { statusCode, headers, body } = await callRegistry(deps.acces, chemin, {
        headers: etag === null ? {} : { 'if-none-match': etag },
        signal: AbortSignal.any([signal, AbortSignal.timeout(LECTURE_MAX_MS)]),
      });
      if (statusCode === 304 || statusCode === 404) {
        await body.dump();
        noteThere();
        return;
      }
      const texte = await body.text();
      if (statusCode !== 200) throw new RegistryRefusal(statusCode, chemin, texte);
      noteThere();
      etag = typeof headers.etag === 'string' ? headers.etag : null;
      void deps.receive(texte);
    } catch (error) {
      noteAway(error);
    }
  }

  async function follow(): Promise<void> {
    let attente = ATTENTE_MIN_MS;
    while (!signal.aborted) {
      if (await readStream()) attente = ATTENTE_MIN_MS;
      if (signal.aborted) return;
      await poll();
      // Gateways that lost the same registry must not all come back at once.
      await delay(attente * (0.5 + Math.random() / 2), undefined, { signal, ref: false }).catch(
        () => undefined,
      );
      attente = Math.min(attente * 2, attenteMax);
    }
  }

  const following = follow();
  return async () => {
    stopping.abort();
    await following;
  };
}

const search = ({ canal, passerelle }: FollowDeps): string =>
  new URLSearchParams({ canal, passerelle }).toString();
