/**
 * An answer that several operations take. Each takes its own: the executor rewrites and merges in
 * place, and one operation must not see what another did.
 */
export interface SharedAnswer<T> {
  take(): T;
}

/**
 * @param read - reads the answer's text into fresh objects; called once more for each taker after
 *   the first
 * @throws what `read` throws, at once: a bad answer is nobody's
 */
export function shareAnswer<T>(read: () => T): SharedAnswer<T> {
  let first: { value: T } | null = { value: read() };
  return {
    take() {
      const mine = first;
      first = null;
      return mine === null ? read() : mine.value;
    },
  };
}
