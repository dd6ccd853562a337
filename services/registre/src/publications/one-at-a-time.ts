import { registreError } from '../errors/registre-error.js';

const WAITING_AT_MOST = 2_000;

/**
 * Runs what concerns one channel in the order of arrival. PostgreSQL's lock orders the replicas;
 * this one keeps those who wait here from holding all the connections meanwhile.
 */
export function createOneAtATime(): <Result>(
  key: string,
  work: () => Promise<Result>,
) => Promise<Result> {
  const lines = new Map<string, { last: Promise<unknown>; waiting: number }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    lines.set(key, line);
    if (line.waiting >= WAITING_AT_MOST) throw registreError('CANAL_OCCUPE');
    line.waiting += 1;
    const turn = line.last.then(work);
    line.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      line.waiting -= 1;
    }
  };
}
