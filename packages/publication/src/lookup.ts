import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { estAdresseInterne } from '@passerelle/publication';

/** A name's addresses. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

export const resolveByDns: Resolve = (hostname, done) => lookup(hostname, { all: true }, done);

/** The name resolves where nobody outside may send the registry. */
export class AdresseInterne extends Error {
  override readonly name = 'AdresseInterne';
}

/**
 * What a connection asks instead of the resolver: the addresses that were judged are those that are
 * connected to, so that a name cannot answer twice differently in between.
 *
 * @param production - refuses a name as soon as one of its addresses is internal
 */
export function checkedLookup(resolve: Resolve, production: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) {
        callback(error, '');
      } else if (first === undefined) {
        callback(new Error(`${hostname} has no address`), '');
      } else if (production && addresses.some(({ address }) => estAdresseInterne(address))) {
        callback(new AdresseInterne(`${hostname} is an internal address`), '');
      } else if (options.all) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}
