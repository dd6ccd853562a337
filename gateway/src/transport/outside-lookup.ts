import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { estAdresseInterne } from '@passerelle/publication';

/** A name's addresses. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

const byDns: Resolve = (hostname, done) => dnsLookup(hostname, { all: true }, done);

/**
 * Names as connections see them, without those that lead to the machine itself or to its host's
 * metadata: an allowed name may be made to resolve there. The addresses that were judged are those
 * connected to.
 */
export function outsideLookup(resolve: Resolve = byDns): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error) {
        callback(error, '');
        return;
      }
      const [first] = addresses;
      const isInside = addresses.some(({ address }) => estAdresseInterne(address));
      if (first === undefined || isInside) {
        callback(new Error(`${hostname} does not lead outside`), '');
      } else if (options.all) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}
