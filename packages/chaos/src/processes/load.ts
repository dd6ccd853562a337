import { playRole, readSettings } from '@passerelle/bench/processes';
import { Pool } from 'undici';
import { z } from 'zod';
import { Tally } from '../tally.js';

/**
 * The portal's readers. `pic`: each sends its next request when it has read an answer, which finds
 * the most that the gateway can do. `debiter`: requests leave at fixed moments whatever comes back,
 * and each is timed from the moment when it was due: a gateway that stalls cannot hide it.
 */
const settingsSchema = z.object({
  origin: z.string(),
  /** One per integrator, so that no one's limits are met. */
  jetons: z.array(z.string()).min(1),
  bodies: z.array(z.string()).min(1),
});
const questionSchema = z.discriminatedUnion('quoi', [
  z.object({ quoi: z.literal('pic'), connexions: z.number(), dureeMs: z.number() }),
  z.object({ quoi: z.literal('debiter'), parSeconde: z.number().positive() }),
  /** A phase of the load begins, and the one before ends. */
  z.object({ quoi: z.literal('phase'), nom: z.string() }),
  /** Waits for what is in flight, and tells every phase. */
  z.object({ quoi: z.literal('arreter') }),
]);

const { origin, jetons, bodies } = settingsSchema.parse(await readSettings());
const CONNECTIONS = 256;
const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
const TICK_MS = 5;

const phases = new Map<string, Tally>();
let tally = new Tally();
let sent = 0;
let timer: NodeJS.Timeout | undefined;
const flying = new Set<Promise<void>>();

playRole({}, async (said) => {
  const question = questionSchema.parse(said);
  switch (question.quoi) {
    case 'pic':
      return measurePeak(question.connexions, question.dureeMs);
    case 'debiter':
      startArrivals(question.parSeconde);
      return {};
    case 'phase':
      tally.end();
      tally = new Tally();
      phases.set(question.nom, tally);
      return {};
    case 'arreter': {
      clearInterval(timer);
      tally.end();
      await Promise.all(flying);
      const told = [...phases].map(([nom, phase]) => [nom, phase.figures()]);
      phases.clear();
      return { phases: Object.fromEntries(told) };
    }
  }
});

async function measurePeak(connexions: number, dureeMs: number): Promise<object> {
  const peak = new Tally();
  const endsAt = performance.now() + dureeMs;
  const reader = async (): Promise<void> => {
    while (performance.now() < endsAt) await send(performance.now(), peak);
  };
  await Promise.all(Array.from({ length: connexions }, reader));
  return peak.figures();
}

function startArrivals(parSeconde: number): void {
  const intervalMs = 1_000 / parSeconde;
  let due = performance.now() + intervalMs;
  timer = setInterval(() => {
    for (const now = performance.now(); due <= now; due += intervalMs) {
      // A request belongs to the phase in which it was due, whenever its answer comes.
      const flight = send(due, tally).finally(() => flying.delete(flight));
      flying.add(flight);
    }
  }, TICK_MS);
}

async function send(dueMs: number, phase: Tally): Promise<void> {
  const turn = sent;
  sent += 1;
  phase.sent();
  try {
    const { statusCode, body } = await pool.request({
      path: '/graphql',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${jetons[turn % jetons.length]}`,
      },
      body: bodies[turn % bodies.length] ?? '',
    });
    const answer = await body.text();
    if (statusCode === 200 && answer.startsWith('{"data":{') && !answer.includes('"errors":[')) {
      phase.answered(dueMs, performance.now() - dueMs);
    } else phase.failed(`${statusCode} ${answer.slice(0, 400)}`);
  } catch (error) {
    phase.failed(error instanceof Error ? `${error.name} ${error.message}` : String(error));
  }
}
