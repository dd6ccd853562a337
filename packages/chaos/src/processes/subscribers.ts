import { playRole, readSettings } from '@passerelle/bench/processes';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { EventCount } from '../event-count.js';

/** Screens left open: each holds one subscription, and counts the numbered events that reach it. */
const settingsSchema = z.object({
  origin: z.string(),
  jetons: z.array(z.string()).min(1),
  /** How many share a token: the gateway bounds the streams of one identity. */
  parJeton: z.number(),
});
const questionSchema = z.discriminatedUnion('quoi', [
  z.object({ quoi: z.literal('ouvrir'), nombre: z.number() }),
  /** From now on an end is a loss; what came before does not count. */
  z.object({ quoi: z.literal('compter'), depuis: z.number() }),
  z.object({ quoi: z.literal('ou-en-est-on'), jusqua: z.number() }),
]);

const { origin, jetons, parJeton } = settingsSchema.parse(await readSettings());
const AT_ONCE = 20;
const QUERY = 'subscription Suivre { contributionRegionModifiee { id version } }';
const dispatcher = new Agent({ connections: null, pipelining: 1, bodyTimeout: 0 });
const subscriptions: EventCount[] = [];

playRole({}, async (said) => {
  const question = questionSchema.parse(said);
  switch (question.quoi) {
    case 'ouvrir':
      await open(question.nombre);
      return {};
    case 'compter':
      for (const subscription of subscriptions) subscription.startAt(question.depuis);
      return {};
    case 'ou-en-est-on':
      return summary(question.jusqua);
  }
});

/** @param jusqua - number of the last event told by the partner */
function summary(jusqua: number): object {
  const figures = subscriptions.map((subscription) => subscription.figures(jusqua));
  const sum = (of: (one: (typeof figures)[number]) => number): number =>
    figures.reduce((total, one) => total + of(one), 0);
  return {
    ouverts: figures.length,
    tombes: figures.filter(({ why }) => why !== null).length,
    recus: sum(({ received }) => received),
    perdus: sum(({ lost }) => lost),
    doubles: sum(({ doubled }) => doubled),
    erreurs: sum(({ errors }) => errors),
    raisons: [...new Set(figures.flatMap(({ why, said }) => [why, said]))]
      .filter((raison) => raison !== null)
      .slice(0, 5),
  };
}

async function open(nombre: number): Promise<void> {
  let next = 0;
  const opener = async (): Promise<void> => {
    for (let index = next++; index < nombre; index = next++) {
      const jeton = jetons[Math.floor(index / parJeton)];
      if (jeton === undefined) throw new Error(`no token is left for the subscription ${index}`);
      subscriptions.push(await openOne(jeton));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, opener));
}

async function openOne(jeton: string): Promise<EventCount> {
  const { statusCode, headers, body } = await request(`${origin}/graphql`, {
    dispatcher,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${jeton}`,
    },
    body: JSON.stringify({ query: QUERY }),
  });
  const type = String(headers['content-type']);
  if (statusCode !== 200 || !type.startsWith('text/event-stream')) {
    throw new Error(`subscription refused, ${statusCode}: ${await body.text()}`);
  }
  const count = new EventCount();
  void follow(body, count);
  return count;
}

async function follow(body: AsyncIterable<Buffer>, count: EventCount): Promise<void> {
  let pending = '';
  try {
    for await (const chunk of body) {
      pending += chunk.toString('utf8');
      const events = pending.split('\n\n');
      pending = events.pop() ?? '';
      for (const event of events) count.read(event);
    }
    count.ended('la connexion s’est fermée');
  } catch (error) {
    count.ended(error instanceof Error ? `${error.name} ${error.message}` : String(error));
  }
}
