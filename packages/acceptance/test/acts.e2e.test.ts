import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { type AgentSession, type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitUntil } from './support/wait-until.js';

const SUFFIXE: Readonly<Record<Partenaire, string>> = {
  etat: 'Etat',
  region: 'Region',
  'pole-emploi': 'PoleEmploi',
};
const DEADLINE_MS = 30_000;

let platform: Platform;
let lecteur: AgentSession;

beforeAll(async () => {
  platform = await startPlatform();
  lecteur = await platform.openSession('etat.chef-de-projet');
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

/** The session of the demonstration whose agenda is not agreed yet. */
const SEANCE = 'spel-596:2023-12-15';

async function proposer(
  compte: string,
  suffixe: 'Region' | 'PoleEmploi',
  titre: string,
): Promise<void> {
  const agent = await platform.openSession(compte);
  const { body } = await agent.graphql(
    `mutation ($input: ProposerPoint${suffixe}Input!) {
       acte: proposerPoint${suffixe}(input: $input) { refus { code } } }`,
    { input: { seance: SEANCE, titre } },
  );
  expect(body).toMatchObject({ data: { acte: { refus: null } } });
}

/** The agenda as the État says it: « REGION Mobilité ». */
async function ordreDuJour(): Promise<readonly string[]> {
  const { body } = await lecteur.graphql(
    'query ($id: ID!) { seance(id: $id) { points { partenaire titre } } }',
    { id: SEANCE },
  );
  const { data } = body as {
    data?: { seance: { points: { partenaire: string; titre: string }[] } | null } | null;
  };
  return (data?.seance?.points ?? []).map(({ partenaire, titre }) => `${partenaire} ${titre}`);
}

const ditUneFois = (point: string): Promise<unknown> =>
  waitUntil(
    ordreDuJour,
    (points) => points.filter((one) => one === point).length === 1,
    DEADLINE_MS,
  );

it('le point qu’une maison propose chez elle entre à l’ordre du jour que dit l’État', async () => {
  await proposer('region.charge-de-mission', 'Region', 'Places ouvertes en janvier');
  await ditUneFois('REGION Places ouvertes en janvier');
  await proposer('pole-emploi.directeur-territorial', 'PoleEmploi', 'Besoins déclarés');
  await ditUneFois('POLE_EMPLOI Besoins déclarés');
});

it('une décision attend la Région ; sa validation, donnée chez elle, l’adopte chez l’État', async () => {
  const region = await platform.openSession('region.charge-de-mission');
  const { body } = await lecteur.graphql(
    `{ decisions(statut: EN_ATTENTE, attend: REGION, first: 50) {
         nodes { id empreinte validationsRequises validations { titre perimee } } } }`,
  );
  const { data } = body as {
    data: {
      decisions: {
        nodes: {
          id: string;
          empreinte: string;
          validationsRequises: string[];
          validations: { titre: string; perimee: boolean }[];
        }[];
      };
    };
  };
  // One where only the Région's word is missing.
  const decision = data.decisions.nodes.find(({ validationsRequises, validations }) =>
    validationsRequises.every(
      (titre) =>
        titre === 'REGION' || validations.some((one) => one.titre === titre && !one.perimee),
    ),
  );
  if (!decision) throw new Error('aucune décision n’attend que la Région');
  const valider = await region.graphql(
    `mutation ($input: ValiderDecisionRegionInput!) {
       acte: validerDecisionRegion(input: $input) { refus { code message } } }`,
    { input: { decision: decision.id, empreinte: decision.empreinte } },
  );
  expect(valider.body).toMatchObject({ data: { acte: { refus: null } } });
  await waitUntil(
    async () => {
      const lue = await lecteur.graphql('query ($id: ID!) { decision(id: $id) { statut } }', {
        id: decision.id,
      });
      return (lue.body as { data: { decision: { statut: string } } }).data.decision.statut;
    },
    (statut) => statut === 'ADOPTEE',
    DEADLINE_MS,
  );
});

it('ce qu’une maison fait pendant que l’État est arrêté y compte à son retour, une fois', async () => {
  await platform.stopPartner('etat');
  await platform.untilState('degrade');
  await proposer('region.charge-de-mission', 'Region', 'Écrit pendant la panne');
  await platform.startPartner('etat');
  await platform.untilState('pret');
  await ditUneFois('REGION Écrit pendant la panne');
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
