/** Where those who come all at once pass a few at a time. */
export interface Turnstile {
  /** Nothing to wait for unless many have just passed. Those who wait pass in order of arrival. */
  pass(): Promise<void> | undefined;
}

/**
 * One event told to a thousand screens comes as a thousand messages in one turn of the event loop:
 * answered at once, they would hold up every request for tens of milliseconds.
 *
 * @param perTurn - how many pass in one turn
 */
export function createTurnstile(perTurn: number): Turnstile {
  const waiting = new Set<() => void>();
  let left = perTurn;
  let isTurning = false;

  function turn(): void {
    left = perTurn;
    for (const pass of waiting) {
      if (left === 0) break;
      left -= 1;
      waiting.delete(pass);
      pass();
    }
    if (left < perTurn) setImmediate(turn);
    else isTurning = false;
  }

  return {
    pass() {
      if (!isTurning) {
        isTurning = true;
        setImmediate(turn);
      }
      if (left > 0) {
        left -= 1;
        return undefined;
      }
      return new Promise((resolve) => {
        waiting.add(resolve);
      });
    },
  };
}
