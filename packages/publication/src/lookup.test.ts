import type { LookupAddress, LookupOptions } from 'node:dns';
import { expect, it } from 'vitest';
import { AdresseInterne, judgedLookup } from './lookup.js';

interface Demande {
  options?: LookupOptions;
  dehorsSeulement?: boolean;
}

function resolue(
  adresses: readonly string[],
  { options = { all: true }, dehorsSeulement = true }: Demande = {},
): Promise<{ error: Error | null; address: string | LookupAddress[] }> {
  const lookup = judgedLookup({
    dehorsSeulement,
    resolve: (_hostname, done) =>
      done(
        null,
        adresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
  });
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
  expect((await resolue(['93.184.215.14'], { options: {} })).address).toBe('93.184.215.14');
});

it.each([[['127.0.0.1']], [['169.254.169.254']], [['::1']], [['93.184.215.14', '127.0.0.1']]])(
  'un nom qui résout en %j ne l’est pas',
  async (adresses) => {
    expect((await resolue(adresses)).error).toBeInstanceOf(AdresseInterne);
  },
);

it('un nom sans adresse ne mène nulle part', async () => {
  expect((await resolue([])).error).toBeInstanceOf(Error);
});

it('sur un poste, un nom peut mener à ce poste', async () => {
  const { error, address } = await resolue(['127.0.0.1'], { dehorsSeulement: false });
  expect([error, address]).toEqual([null, [{ address: '127.0.0.1', family: 4 }]]);
});
