import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 60_000;
const POLL_MS = 200;

/** Asks again until the answer is there. @throws with what was last seen */
export async function waitUntil<T>(
  ask: () => Promise<T> | T,
  isThere: (answer: T) => boolean,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const giveUpAt = Date.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (Date.now() > giveUpAt) throw new Error(`Toujours pas : ${JSON.stringify(answer)}`);
    await delay(POLL_MS);
  }
}
