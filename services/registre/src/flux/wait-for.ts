import type { Watch } from './watch.js';

/** Looked at again by then even if nothing was heard. */
const TICK_MS = 1000;

/** @returns true once the condition holds; false when it was aborted, or the time passed, before */
export async function waitFor(
  watch: Watch,
  condition: () => Promise<boolean> | boolean,
  { signal, deadlineMs = Number.POSITIVE_INFINITY }: { signal: AbortSignal; deadlineMs?: number },
): Promise<boolean> {
  for (;;) {
    // Listened to before looking: what comes between the two is not missed.
    const heard = nextSignal(watch, signal, Math.min(TICK_MS, deadlineMs - Date.now()));
    try {
      if (await condition()) return true;
      if (signal.aborted || Date.now() >= deadlineMs) return false;
      await heard.happens;
    } finally {
      heard.forget();
    }
  }
}

function nextSignal(
  watch: Watch,
  signal: AbortSignal,
  timeoutMs: number,
): { happens: Promise<void>; forget: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const unsubscribe = watch.subscribe(resolve);
  const timer = setTimeout(resolve, Math.max(0, timeoutMs));
  const onAbort = (): void => resolve();
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    happens: promise,
    forget() {
      unsubscribe();
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    },
  };
}
