const TRANCHE_MS = 4;

/**
 * Lets requests through during a long work: call it between two pieces. Waits for one turn of the
 * event loop when the work has held it for a while, else not at all.
 */
export function createBreather(): () => Promise<void> | undefined {
  let debut = performance.now();
  return () => {
    if (performance.now() - debut < TRANCHE_MS) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        debut = performance.now();
        resolve();
      }),
    );
  };
}
