export const MAX_FAILURES = 5;
export const LOCK_MS = 60_000;

export interface LockOut {
  /** Milliseconds before the account opens again; 0 when it is open. */
  remainingMs(sujet: string): number;
  fail(sujet: string): void;
  succeed(sujet: string): void;
}

/**
 * Counts the failures of each account; the fifth closes it for a minute, to the right password too.
 * Only known accounts are counted, so the memory it takes is bounded by their number.
 */
export function createLockOut(deps: { nowMs: () => number }): LockOut {
  const failures = new Map<string, number>();
  const lockedUntilMs = new Map<string, number>();
  return {
    remainingMs: (sujet) => Math.max(0, (lockedUntilMs.get(sujet) ?? 0) - deps.nowMs()),
    fail(sujet) {
      const count = (failures.get(sujet) ?? 0) + 1;
      failures.set(sujet, count);
      if (count < MAX_FAILURES) return;
      failures.delete(sujet);
      lockedUntilMs.set(sujet, deps.nowMs() + LOCK_MS);
    },
    succeed(sujet) {
      failures.delete(sujet);
    },
  };
}
