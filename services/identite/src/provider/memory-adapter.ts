import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

export const MAX_ENTRIES = 20_000;

/**
 * What falls with a grant. Sign-ins under way name a grant too and must outlive it: changing agent
 * revokes the former one's grant in the middle of the new one's sign-in.
 */
const REVOKED_WITH_GRANT = ['AccessToken:', 'AuthorizationCode:', 'RefreshToken:'];

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAtMs: number;
}

/**
 * Where sessions, grants and codes live: in memory, because a restart of the demonstration's
 * provider may sign people out (the gateway's own session survives it).
 *
 * The oldest entries leave first when there are too many: asking for sign-in pages in a loop must
 * not fill the memory.
 */
export function createMemoryAdapter(deps: { nowMs: () => number }): AdapterFactory {
  const entries = new Map<string, Entry>();

  function read(key: string): AdapterPayload | undefined {
    const entry = entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAtMs > deps.nowMs()) return entry.payload;
    entries.delete(key);
    return undefined;
  }

  function findFirst(model: string, matches: (payload: AdapterPayload) => boolean) {
    for (const key of entries.keys()) {
      if (!key.startsWith(`${model}:`)) continue;
      const payload = read(key);
      if (payload && matches(payload)) return payload;
    }
    return undefined;
  }

  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresInSeconds) {
        const key = keyOf(id);
        entries.delete(key);
        const expiresAtMs =
          expiresInSeconds === undefined
            ? Number.POSITIVE_INFINITY
            : deps.nowMs() + expiresInSeconds * 1000;
        entries.set(key, { payload, expiresAtMs });
        if (entries.size > MAX_ENTRIES) {
          for (const [oldest] of entries) {
            entries.delete(oldest);
            break;
          }
        }
      },
      async find(id) {
        return read(keyOf(id));
      },
      async findByUid(uid) {
        return findFirst(model, (payload) => payload.uid === uid);
      },
      async findByUserCode(userCode) {
        return findFirst(model, (payload) => payload.userCode === userCode);
      },
      async consume(id) {
        const payload = read(keyOf(id));
        if (payload) payload.consumed = Math.floor(deps.nowMs() / 1000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) {
          if (payload.grantId !== grantId) continue;
          if (REVOKED_WITH_GRANT.some((model) => key.startsWith(model))) entries.delete(key);
        }
      },
    };
  };
}
