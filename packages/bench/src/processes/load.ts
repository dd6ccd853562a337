import { Pool } from 'undici';
import { z } from 'zod';
import { quantile } from '../quantile.js';
import { playRole, readSettings } from './play-role.js';
import { type Answer, post } from './post.js';

/** The clients: `connexions` of them, each sends its next request when it has read an answer. */
const questionSchema = z.object({
  origin: z.string(),
  path: z.string(),
  bodies: z.array(z.string()),
  connexions: z.number(),
  dureeMs: z.number(),
});

await readSettings();
playRole({}, async (question) => {
  const { origin, path, bodies, connexions, dureeMs } = questionSchema.parse(question);
  const pool = new Pool(origin, { connections: connexions, pipelining: 1 });
  const latencies: number[] = [];
  let sent = 0;
  const start = performance.now();
  const client = async (): Promise<void> => {
    for (let now = performance.now(); now - start < dureeMs; ) {
      const body = bodies[sent % bodies.length] ?? '';
      sent += 1;
      check(await post(pool, origin, path, body));
      const then = now;
      now = performance.now();
      latencies.push(now - then);
    }
  };
  await Promise.all(Array.from({ length: connexions }, client));
  const elapsedMs = performance.now() - start;
  await pool.close();
  latencies.sort((a, b) => a - b);
  return {
    answers: latencies.length,
    elapsedMs,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
  };
});

const GOOD = Buffer.from('{"data":{');

/** A fast refusal must not pass for a fast answer. */
function check({ status, chunks }: Answer): void {
  if (status === 200 && chunks[0]?.subarray(0, GOOD.length).equals(GOOD)) return;
  throw new Error(`answer ${status}: ${Buffer.concat(chunks).toString('utf8').slice(0, 500)}`);
}
