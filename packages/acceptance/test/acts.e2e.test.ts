import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitUntil } from './support/wait-until.js';

const SUFFIXE: Readonly<Record<Partenaire, string>> = {
  etat: 'Etat',
  region: 'Region',
  'pole-emploi': 'PoleEmploi',
};
const DEADLINE_MS = 30_000;

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(async () => {
  await platform?.stop();
});

/** What a house's service says of the others' acts: « à jour jusqu’au n° 3 », by house. */
async function suivi(maison: Partenaire): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${platform.partenaires[maison]}/sante/pret`);
  const body = (await response.json()) as { actes?: Record<string, string> };
  return body.actes ?? {};
}

async function jetonDuService(maison: Partenaire): Promise<string> {
  const secret = join(platform.dossier, 'secrets', `service-${maison}.secret`);
  const basic = btoa(`service-${maison}:${readFileSync(secret, 'utf8').trim()}`);
  const response = await fetch(`${platform.emetteur}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function ask(jeton: string, query: string): Promise<Answer> {
  const response = await fetch(platform.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${jeton}` },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

it('chaque maison suit les deux autres par la passerelle, dès le démarrage', async () => {
  for (const maison of PARTENAIRES) {
    const dit = await waitUntil(
      () => suivi(maison),
      (vu) => Object.values(vu).every((phrase) => phrase.startsWith('à jour')),
      DEADLINE_MS,
    );
    expect(Object.keys(dit).sort()).toEqual(PARTENAIRES.filter((code) => code !== maison).sort());
  }
});

it('les actes d’une maison ne s’ouvrent qu’aux services ; un service n’agit jamais', async () => {
  const service = await jetonDuService('region');
  const agents = await Promise.all(
    ['etat.chef-de-projet', 'region.charge-de-mission', 'etat.administrateur'].map((compte) =>
      platform.openSession(compte),
    ),
  );
  for (const maison of PARTENAIRES) {
    const champ = `actes${SUFFIXE[maison]}`;
    const query = `{ ${champ} { dernier suite } }`;
    expect((await ask(service, query)).data).toMatchObject({ [champ]: { suite: false } });
    expect((await ask(await platform.integratorToken(), query)).errors?.[0]?.extensions.code).toBe(
      'ACCES_REFUSE',
    );
    for (const agent of agents) {
      const { body } = await agent.graphql(query);
      expect((body as Answer).errors?.[0]?.extensions.code).toBe('ACCES_REFUSE');
    }
  }
  const ecrire = `mutation { modifierContributionRegion(input: { engagement: "E07", avancement: 1,
    meteo: SOLEIL }) { refus { code } } }`;
  expect((await ask(service, ecrire)).errors?.[0]?.extensions.code).toBe('ACCES_REFUSE');
});

it('une maison arrêtée est attendue par les autres, et suivie de nouveau à son retour', async () => {
  await platform.stopPartner('region');
  const attendue = await waitUntil(
    () => suivi('etat'),
    (vu) => (vu['region'] ?? '').startsWith('en attente'),
    DEADLINE_MS,
  );
  expect(attendue['pole-emploi']).toMatch(/^à jour/);
  await platform.startPartner('region');
  await waitUntil(
    () => suivi('etat'),
    (vu) => (vu['region'] ?? '').startsWith('à jour'),
    DEADLINE_MS,
  );
});
