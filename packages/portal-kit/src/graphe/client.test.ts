import { gql } from '@urql/core';
import { expect, test } from 'vitest';
import { creerClient } from './client.js';

/** A client whose server answers what the test says, and counts what it is asked. */
function clientQuiRepond(corps: unknown) {
  const demandes: { url: string; methode: string | undefined }[] = [];
  const client = creerClient({
    url: 'http://portail.test/graphql',
    fetch: async (entree, options) => {
      demandes.push({ url: new Request(entree).url, methode: options?.method });
      return Response.json(corps);
    },
  });
  return { client, demandes };
}

const lireE07 = gql`
  query LireE07 {
    engagement(code: "E07") {
      code
      libelle
      contributionRegion {
        id
        version
        avancement
      }
    }
  }
`;
const partielle = {
  data: {
    engagement: { __typename: 'Engagement', code: 'E07', libelle: 'L', contributionRegion: null },
  },
  errors: [
    {
      message: 'indisponible',
      path: ['engagement', 'contributionRegion'],
      extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire: 'region' },
    },
  ],
  extensions: { partenaires: [{ partenaire: 'region', statut: 'indisponible', dureeMs: 3 }] },
};

test('une réponse partielle donne ce que les autres partenaires ont répondu', async () => {
  const { client } = clientQuiRepond(partielle);
  const { data, error } = await client.query(lireE07, {}).toPromise();
  expect(error).toBeUndefined();
  expect(data.engagement).toMatchObject({ code: 'E07', libelle: 'L', contributionRegion: null });
});

test('ce qui manque est une valeur pour le cache, pas un trou qui ferait redemander sans fin', async () => {
  const { client, demandes } = clientQuiRepond(partielle);
  await client.query(lireE07, {}, { requestPolicy: 'network-only' }).toPromise();
  const { data } = await client.query(lireE07, {}, { requestPolicy: 'cache-only' }).toPromise();
  expect(data.engagement.contributionRegion).toBeNull();
  expect(demandes).toHaveLength(1);
});

test('un acte qu’un partenaire n’a pas fait reste une erreur', async () => {
  const { client } = clientQuiRepond({
    data: { acte: null },
    errors: [
      { message: 'x', path: ['acte'], extensions: { code: 'DELAI_DEPASSE', partenaire: 'region' } },
    ],
  });
  const acte = gql`
    mutation {
      acte: validerContributionRegion(input: { engagement: "E07" }) {
        refus {
          code
        }
      }
    }
  `;
  const { error } = await client.mutation(acte, {}).toPromise();
  expect(error?.graphQLErrors).toHaveLength(1);
});

test('une question part dans un corps, jamais dans une adresse que l’on journalise', async () => {
  const { client, demandes } = clientQuiRepond({ data: { engagement: null } });
  await client.query(lireE07, {}).toPromise();
  expect(demandes).toEqual([{ url: 'http://portail.test/graphql', methode: 'POST' }]);
});
