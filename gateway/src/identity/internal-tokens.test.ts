import { generateSigningKey, type Identite, loadSigningKey } from '@passerelle/identity';
import { afterEach, expect, test, vi } from 'vitest';
import { createInternalTokens } from './internal-tokens.js';

afterEach(() => vi.useRealTimers());

const conseiller: Identite = {
  sujet: 'agent-1',
  nature: 'agent',
  fonction: 'conseiller',
  organisation: 'Pôle emploi',
  partenaire: 'pole-emploi',
  roles: ['conseiller'],
  scopes: [],
  territoire: null,
  finalite: null,
  amr: ['pwd'],
};

async function unEmetteur() {
  const jetons = createInternalTokens(await loadSigningKey((await generateSigningKey()).privee));
  return (identite: Identite | null, partenaire: string) =>
    jetons({ identite, cleIdentite: JSON.stringify(identite) }, partenaire);
}

test('un jeton sert à tout ce que la même identité demande au même partenaire', async () => {
  const jeton = await unEmetteur();

  const premier = await jeton(conseiller, 'region');

  expect(await jeton({ ...conseiller }, 'region')).toBe(premier);
  expect(await jeton(conseiller, 'etat')).not.toBe(premier);
  expect(
    await jeton({ ...conseiller, scopes: ['region:contribution:rediger'] }, 'region'),
  ).not.toBe(premier);
  expect(await jeton(null, 'region')).toBeNull();
  expect(await jeton(conseiller, 'inconnu')).toBeNull();
});

test('un jeton est refait à la moitié de sa vie', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  const jeton = await unEmetteur();
  const premier = await jeton(conseiller, 'region');

  vi.advanceTimersByTime(29_000);
  expect(await jeton(conseiller, 'region')).toBe(premier);
  vi.advanceTimersByTime(2_000);
  expect(await jeton(conseiller, 'region')).not.toBe(premier);
});
