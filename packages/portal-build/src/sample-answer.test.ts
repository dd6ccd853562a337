import { expect, test } from 'vitest';
import { createSampleAnswers } from './sample-answer.js';

const answer = createSampleAnswers(`
  type Query { engagement(code: ID!): Engagement formations(first: Int): Connexion! }
  type Mutation { valider: ValiderPayload }
  type Engagement { code: ID! libelle: String! echeance: Date enjeu: Int! }
  type Connexion { nodes: [Engagement!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type ValiderPayload { contribution: Engagement refus: Refus }
  type Refus { code: String! message: String! }
  scalar Date
`);

test('what is asked by its key comes back with that key, filled', async () => {
  expect(
    await answer({ query: '{ engagement(code: "E07") { code libelle echeance enjeu } }' }),
  ).toMatchObject({
    data: {
      engagement: { code: 'E07', libelle: 'libelle, exemple 1', echeance: '2023-12-08', enjeu: 3 },
    },
  });
});

test('a list has a few different elements and an end', async () => {
  expect(
    await answer({ query: '{ formations { nodes { enjeu } pageInfo { hasNextPage } } }' }),
  ).toMatchObject({
    data: {
      formations: {
        nodes: [{ enjeu: 3 }, { enjeu: 4 }, { enjeu: 5 }],
        pageInfo: { hasNextPage: false },
      },
    },
  });
});

test('an act is refused with the reason: nothing is behind', async () => {
  expect(
    await answer({ query: 'mutation { valider { contribution { code } refus { code } } }' }),
  ).toMatchObject({ data: { valider: { contribution: null, refus: { code: 'SANS_SERVICE' } } } });
});
