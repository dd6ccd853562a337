/**
 * Runs `act` on each suite, in order: the next one begins as soon as the seats that it needs are free.
 * One that needs more than there are has them all.
 */
export async function inSeats(count, suites, act) {
  const running = new Set();
  let free = count;
  for (const suite of suites) {
    const needed = Math.min(suite.seats, count);
    while (free < needed) await Promise.race(running);
    free -= needed;
    const turn = act(suite).finally(() => {
      free += needed;
      running.delete(turn);
    });
    running.add(turn);
  }
  await Promise.all(running);
}
