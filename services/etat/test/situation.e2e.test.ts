import { startTestSubgraph, type TestSubgraph, unAgent } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;
const chef = unAgent('etat', 'chef-de-projet');

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

const ARRETER = `mutation ($input: ArreterSituationInput!) {
  arreterSituation(input: $input) { travail { id } refus { code } }
}`;

test('un service qui ne connaît pas la passerelle ne peut rien arrêter, et le dit', async () => {
  const { data, errors } = await subgraph.query(chef, ARRETER, { input: { titre: 'Comité' } });
  expect(errors).toEqual([]);
  expect(data.arreterSituation).toEqual({ travail: null, refus: { code: 'GRAPHE_ABSENT' } });
});

test.each(['', '   ', '<b>', 'x'.repeat(201)])('le titre « %s » est refusé', async (titre) => {
  const { data } = await subgraph.query(chef, ARRETER, { input: { titre } });
  expect(data.arreterSituation.refus.code).toBe('TITRE_INVALIDE');
});

test('seul le chef de projet de l’État arrête une situation', async () => {
  for (const identite of [unAgent('etat', 'sous-prefet'), unAgent('region', 'charge-de-mission')]) {
    const { errors } = await subgraph.query(identite, ARRETER, { input: { titre: 'Comité' } });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['ACCES_REFUSE']);
  }
});
