import { readServerSentEvents } from '../../src/transport/server-sent-events.js';
import type { PasserelleDeTest } from './une-passerelle.js';

/** A subscription as a client sees it. */
export interface FluxDeTest {
  statut: number;
  type: string | null;
  recus: { event: string; data: string }[];
  fini: Promise<void>;
  quitter(): void;
}

export async function unFlux(
  passerelle: PasserelleDeTest,
  query: string,
  sujet = 'agent-pole-emploi',
): Promise<FluxDeTest> {
  const client = new AbortController();
  const response = await passerelle.envoyer({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      origin: passerelle.adresse,
      cookie: await passerelle.cookieDe(sujet),
    },
    body: JSON.stringify({ query }),
    signal: client.signal,
  });
  const recus: FluxDeTest['recus'] = [];
  const lire = async (): Promise<void> => {
    if (response.body === null) return;
    for await (const event of readServerSentEvents(response.body, 1_000_000)) recus.push(event);
  };
  return {
    statut: response.status,
    type: response.headers.get('content-type'),
    recus,
    fini: lire().catch(() => undefined),
    quitter: () => client.abort(),
  };
}
