import type { Canal } from '@passerelle/publication';
import { LRUCache } from 'lru-cache';
import type { Sql } from '../database/sql.js';
import { jwsOf } from '../publications/publication-store.js';

/** Every gateway is sent the same few publications. */
const KEPT = 16;

export type ReadJws = (canal: Canal, numero: number) => Promise<string | null>;

/** Signed publications, read once for all those who receive them. */
export function createJwsCache(sql: Sql): ReadJws {
  const kept = new LRUCache<string, Promise<string | null>>({ max: KEPT });
  return async (canal, numero) => {
    const key = `${canal} ${numero}`;
    const reading = kept.get(key) ?? jwsOf(sql, canal, numero);
    kept.set(key, reading);
    try {
      const jws = await reading;
      if (jws === null) kept.delete(key);
      return jws;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  };
}
