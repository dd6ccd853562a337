import { startTestSubgraph, unResponsable } from '@passerelle/subgraph/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../src/app.js';

test('en production, le graphe ne se décrit pas, et ce qui est écrit n’est pas une démonstration', async () => {
  const subgraph = await startTestSubgraph({
    partenaire: 'etat',
    createApp,
    config: { production: true, demonstration: false },
  });
  onTestFinished(() => subgraph.stop());
  const agent = unResponsable('etat');

  const described = await subgraph.query(agent, '{ __schema { types { name } } }');
  expect(described).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  const stream = await subgraph.subscribe(
    agent,
    'subscription { contributionEtatModifiee { id __typename } __schema { types { name } } }',
  );
  onTestFinished(() => stream.close());
  expect((await stream.next())?.data.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');

  // No text has been loaded: nothing is made up.
  const { data, errors } = await subgraph.query(
    agent,
    '{ protocole { id } engagements { code } territoire(code: "596", maille: ARRONDISSEMENT) { nom } }',
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    protocole: null,
    engagements: [],
    territoire: { nom: 'Valenciennes' },
  });
});

test('un message étranger sur le canal des mouvements n’arrête rien', async () => {
  const subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
  onTestFinished(() => subgraph.stop());
  await subgraph.database.sql(`NOTIFY passerelle_mouvement, 'ceci n''est pas un mouvement'`);
  await subgraph.database.sql(`NOTIFY passerelle_mouvement, '{"id": {}}'`);
  while (subgraph.logged.filter((line) => line.startsWith('unreadable movement')).length < 2) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { errors } = await subgraph.query(unResponsable('etat'), '{ engagements { code } }');
  expect(errors).toEqual([]);
});
