import { type Client, type Exchange, makeOperation, type Operation } from '@urql/core';
import { makeSubject, map, merge, pipe, tap } from 'wonka';

/** A question on its way to the graph. */
interface EnVol {
  operation: Operation;
  /** It was begun again once already: it is left to arrive, so that asking often starves nobody. */
  recommencee: boolean;
  /** Instant, in milliseconds. */
  depuis: number;
  /** Asked again since: what it brings is shown, and it goes out once more. */
  encore: boolean;
}

/** A reading that has not come by then may never come: asked again, it is begun again. */
const PERDUE_MS = 10_000;

// By the client's stream of operations: a module's client has that of the portal it comes from.
const enVolPar = new WeakMap<Client['operations$'], (key: number) => boolean>();

/**
 * Begins again a reading that is under way, so that what it brings is no older than this call: the
 * client alone would merge the two questions, and answer the second with what was read before it.
 *
 * @param key - of the operation (`createRequest`)
 * @returns false when no such reading is under way: asking the client is enough
 */
export function recommencer(client: Client, key: number): boolean {
  return enVolPar.get(client.operations$)?.(key) ?? false;
}

/**
 * Lets readings be begun again (`recommencer`). Stands next to the network, below the cache: the
 * answer that was not waited for reaches neither the cache nor the page, whatever it was.
 */
export const relectures: Exchange = ({ client, forward }) => {
  const enVol = new Map<number, EnVol>();
  const { source: reprises, next: reprendre } = makeSubject<Operation>();

  const abandonner = (operation: Operation): void =>
    reprendre(makeOperation('teardown', operation));
  const partir = (operation: Operation): void => {
    abandonner(operation);
    enVol.set(operation.key, { operation, recommencee: true, depuis: Date.now(), encore: false });
    reprendre(operation);
  };
  enVolPar.set(client.operations$, (key) => {
    const lecture = enVol.get(key);
    if (!lecture) return false;
    if (lecture.recommencee && Date.now() - lecture.depuis < PERDUE_MS) lecture.encore = true;
    else partir(lecture.operation);
    return true;
  });

  return (operations) =>
    pipe(
      merge([
        pipe(
          operations,
          tap((operation) => {
            if (operation.kind === 'teardown') enVol.delete(operation.key);
            else if (operation.kind === 'query') {
              // The last begun is the one that counts, not the last to arrive.
              if (enVol.has(operation.key)) abandonner(operation);
              enVol.set(operation.key, {
                operation,
                recommencee: false,
                depuis: Date.now(),
                encore: false,
              });
            }
          }),
        ),
        reprises,
      ]),
      forward,
      map((resultat) => {
        const { key } = resultat.operation;
        const encore = enVol.get(key)?.encore ?? false;
        if (!encore) {
          enVol.delete(key);
          return resultat;
        }
        partir(resultat.operation);
        // Another answer follows: the page goes on saying that it is being read.
        return { ...resultat, stale: true };
      }),
    );
};
