import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { estAdresseInterne } from './adresse.js';

/** A name's addresses. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

export const resolveByDns: Resolve = (hostname, done) => lookup(hostname, { all: true }, done);

/** The name resolves where nobody outside may send us: the machine itself, its host's metadata. */
export class AdresseInterne extends Error {
  override readonly name = 'AdresseInterne';
}

export interface LookupOptions {
  /** DNS unless told otherwise. */
  readonly resolve?: Resolve;
  /** Refuses a name as soon as one of its addresses is internal: an allowed name may be made to. */
  readonly dehorsSeulement: boolean;
}

/**
 * What a connection asks instead of the resolver: the addresses that were judged are those that are
 * connected to, so that a name cannot answer twice differently in between.
 */
export function judgedLookup({
  resolve = resolveByDns,
  dehorsSeulement,
}: LookupOptions): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) {
        callback(error, '');
      } else if (first === undefined) {
        callback(new Error(`${hostname} has no address`), '');
      } else if (dehorsSeulement && addresses.some(({ address }) => estAdresseInterne(address))) {
        callback(new AdresseInterne(`${hostname} is an internal address`), '');
      } else if (options.all) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}
