import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { estAdresseInterne } from '@passerelle/publication';

/** A name's addresses. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const resolveByDns: Resolve = (hostname) => lookup(hostname, { all: true });

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
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) {
          callback(new Error(`${hostname} has no address`), '');
        } else if (production && addresses.some(({ address }) => estAdresseInterne(address))) {
          callback(new AdresseInterne(`${hostname} is an internal address`), '');
        } else if (options.all) {
          callback(null, [...addresses]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    );
  };
}
