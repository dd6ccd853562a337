import type { LookupAddress, LookupOptions } from 'node:dns';
import { expect, it } from 'vitest';
import { outsideLookup } from './outside-lookup.js';

function resolue(
  adresses: readonly string[],
  options: LookupOptions = { all: true },
): Promise<{ error: Error | null; address: string | LookupAddress[] }> {
  const lookup = outsideLookup((_hostname, done) =>
    done(
      null,
      adresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  );
  return new Promise((resolve) =>
    lookup('region.example', options, (error, address) => resolve({ error, address })),
  );
}

it('un nom qui mène dehors est suivi, réseau privé compris', async () => {
  expect(await resolue(['93.184.215.14', '10.0.0.4'])).toEqual({
    error: null,
    address: [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.4', family: 4 },
    ],
  });
  expect((await resolue(['93.184.215.14'], {})).address).toBe('93.184.215.14');
});

it.each([
  [['127.0.0.1']],
  [['169.254.169.254']],
  [['::1']],
  [['93.184.215.14', '127.0.0.1']],
  [[]],
])('un nom qui résout en %j ne l’est pas', async (adresses) => {
  expect((await resolue(adresses)).error).toBeInstanceOf(Error);
});
