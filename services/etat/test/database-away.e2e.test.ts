import {
  createTestDatabase,
  startTestSubgraph,
  unIntegrateur,
  unResponsable,
} from '@passerelle/subgraph/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../src/app.js';
import { startTcpRelay } from './tcp-relay.js';

async function aSubgraphBehindARelay() {
  const database = await createTestDatabase();
  onTestFinished(() => database.release());
  const url = new URL(database.url);
  const relay = await startTcpRelay({ host: url.hostname, port: Number(url.port) });
  onTestFinished(() => relay.cut());
  url.port = String(relay.port);
  const subgraph = await startTestSubgraph({
    partenaire: 'etat',
    createApp,
    config: { databaseUrl: url.href },
  });
  onTestFinished(() => subgraph.stop());
  return { relay, subgraph, directUrl: database.url };
}

/** Waits for a state, not for a time: the test's own limit is the only clock. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('base absente : il reste debout et le dit ; revenue, il répond de nouveau sans qu’on y touche', async () => {
  const { relay, subgraph } = await aSubgraphBehindARelay();
  const agent = unResponsable('etat');
  const ready = async () => (await fetch(`${subgraph.origin}/sante/pret`)).status;
  expect(await ready()).toBe(200);

  await relay.cut();
  await until(async () => (await ready()) === 503);
  const pret = await fetch(`${subgraph.origin}/sante/pret`);
  expect(await pret.json()).toEqual({
    statut: 'indisponible',
    raison: 'La base de données ne répond pas.',
  });
  expect((await fetch(`${subgraph.origin}/sante/vivant`)).status).toBe(200);
  const read = await subgraph.query(agent, '{ engagements { code } }');
  expect(read).toMatchObject({
    status: 503,
    data: { engagements: null },
    errors: [{ path: ['engagements'], extensions: { code: 'BASE_INDISPONIBLE' } }],
  });
  const written = await subgraph.query(
    agent,
    `mutation { modifierContributionEtat(input: { engagement: "E07", avancement: 1, meteo: ORAGE }) {
       contribution { id } } }`,
  );
  expect(written).toMatchObject({
    status: 503,
    errors: [{ extensions: { code: 'BASE_INDISPONIBLE' } }],
  });

  await relay.restore();
  await until(async () => (await ready()) === 200);
  const back = await subgraph.query(agent, '{ engagements { code } }');
  expect(back.data.engagements).toHaveLength(23);
});

test('après une coupure, les abonnés apprennent ce qui s’est publié pendant', async () => {
  const { relay, subgraph, directUrl } = await aSubgraphBehindARelay();
  const stream = await subgraph.subscribe(
    unIntegrateur(),
    'subscription { contributionEtatModifiee(engagement: "E20") { id avancement } }',
  );
  onTestFinished(() => stream.close());
  await relay.cut();
  await until(async () => subgraph.logged.some((line) => line.startsWith('movement feed lost')));

  // Published by another copy of the service, whose own connection holds.
  const other = await startTestSubgraph({
    partenaire: 'etat',
    createApp,
    config: { databaseUrl: directUrl },
  });
  onTestFinished(() => other.stop());
  const { data, errors } = await other.query(
    unResponsable('etat'),
    `mutation {
       modifierContributionEtat(input: { engagement: "E20", avancement: 77, meteo: SOLEIL, visibilite: PUBLIC }) { refus { code } }
       validerContributionEtat(input: { engagement: "E20" }) { refus { code } }
       publierContributionEtat(input: { engagement: "E20" }) { contribution { id } }
     }`,
  );
  expect(errors).toEqual([]);
  await relay.restore();

  expect(await stream.next()).toMatchObject({
    event: 'next',
    data: {
      data: {
        contributionEtatModifiee: {
          id: data.publierContributionEtat.contribution.id,
          avancement: 77,
        },
      },
    },
  });
});
