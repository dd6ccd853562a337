const TRANCHE_MS = 2;

/** One turn of the event loop: what waits goes through. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Lets requests through during a long work: call it between two pieces. Waits for one turn of the
 * event loop when the work has held it for a while, else not at all.
 */
export function createBreather(): () => Promise<void> | undefined {
  let debut = performance.now();
  return () => {
    if (performance.now() - debut < TRANCHE_MS) return undefined;
    return nextTurn().then(() => {
      debut = performance.now();
    });
  };
}
