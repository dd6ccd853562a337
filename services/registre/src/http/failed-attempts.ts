const WINDOW_MS = 60_000;
const MAX_FAILURES = 30;
const MAX_ADDRESSES = 10_000;

/**
 * How often an address sent refused tokens in the last minute. It only changes what a refused
 * token is answered: behind one address there is often a whole CI, and valid tokens pass.
 */
export function createFailedAttempts(nowMs: () => number): {
  /** @returns true when this address has had enough */
  add(address: string): boolean;
} {
  let startedAt = nowMs();
  const counts = new Map<string, number>();
  return {
    add(address) {
      const now = nowMs();
      if (now - startedAt >= WINDOW_MS || counts.size >= MAX_ADDRESSES) {
        counts.clear();
        startedAt = now;
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count > MAX_FAILURES;
    },
  };
}
