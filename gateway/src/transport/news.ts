/**
 * Whether something of a partner is known to have changed since a read left: one that is asked after
 * that must not be answered by one that left before.
 */
export interface News {
  /** Changes each time something of this partner may have changed. */
  since(partenaire: string): number;
  /** The partner was asked a mutation, answered or not. */
  acted(partenaire: string): void;
  /** The partner told an event. */
  heard(partenaire: string): void;
}

/** One event told to a thousand screens is one piece of news: what they then ask stays shared. */
const ONE_EVENT_MS = 5;

/** @param now - milliseconds on a clock that only goes forward */
export function createNews(now: () => number = () => performance.now()): News {
  const counts = new Map<string, number>();
  const heardAtMs = new Map<string, number>();
  const acted = (partenaire: string): void =>
    void counts.set(partenaire, (counts.get(partenaire) ?? 0) + 1);
  return {
    since: (partenaire) => counts.get(partenaire) ?? 0,
    acted,
    heard(partenaire) {
      const atMs = now();
      if (atMs - (heardAtMs.get(partenaire) ?? Number.NEGATIVE_INFINITY) < ONE_EVENT_MS) return;
      heardAtMs.set(partenaire, atMs);
      acted(partenaire);
    },
  };
}
