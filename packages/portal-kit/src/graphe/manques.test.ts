import { gql } from '@urql/core';
import { expect, test } from 'vitest';
import { creerClient } from './client.js';
import { manqueEn, manqueEntier, manquesDe } from './manques.js';

const LIRE = gql`
  query Lire {
    engagements {
      code
      contributionRegion {
        id
        version
      }
    }
  }
`;

const erreur = (code: string, path: (string | number)[], partenaire = 'region') => ({
  message: 'm',
  path,
  extensions: { code, partenaire, reference: 'r-9' },
});

/** A client that answers these errors in turn, the field of the second engagement being null. */
function clientAvec(...reponses: object[][]) {
  let rang = 0;
  return creerClient({
    url: 'http://portail.test/graphql',
    fetch: async () =>
      Response.json({
        data: {
          engagements: ['E01', 'E02'].map((code) => ({
            __typename: 'Engagement',
            code,
            contributionRegion: null,
          })),
        },
        errors: reponses[Math.min(rang++, reponses.length - 1)],
      }),
  });
}

test('une lecture échouée se distingue, à sa place, de ce qui n’existe pas', async () => {
  const client = clientAvec([
    erreur('ERREUR_PARTENAIRE', ['engagements', 1, 'contributionRegion']),
  ]);
  const { operation, error } = await client.query(LIRE, {}).toPromise();
  const manques = manquesDe(operation);
  expect(error).toBeUndefined();
  expect(manqueEn(manques, 'region', ['engagements', 0, 'contributionRegion'])).toBeNull();
  expect(manqueEn(manques, 'etat', ['engagements', 1, 'contributionRegion'])).toBeNull();
  expect(manqueEn(manques, 'region', ['engagements', 1, 'contributionRegion'])).toMatchObject({
    absent: false,
    erreur: { titre: 'La Région n’a pas pu répondre', reference: 'r-9', reessayable: true },
  });
});

test('l’échec reste connu quand le cache redonne les mêmes données, jusqu’à la réponse suivante', async () => {
  const client = clientAvec(
    [erreur('DELAI_DEPASSE', ['engagements', 0, 'contributionRegion'])],
    [],
  );
  await client.query(LIRE, {}, { requestPolicy: 'network-only' }).toPromise();
  const duCache = await client.query(LIRE, {}, { requestPolicy: 'cache-only' }).toPromise();
  expect(manquesDe(duCache.operation)).toHaveLength(1);
  const relue = await client.query(LIRE, {}, { requestPolicy: 'network-only' }).toPromise();
  expect(manquesDe(relue.operation)).toEqual([]);
});

test('un partenaire absent est un manque qui finira seul', async () => {
  const client = clientAvec([
    erreur('PARTENAIRE_INDISPONIBLE', ['engagements', 0, 'contributionRegion']),
  ]);
  const { operation } = await client.query(LIRE, {}).toPromise();
  expect(manquesDe(operation)[0]?.absent).toBe(true);
});

test('un champ entier sans réponse est une erreur de la page, pas une liste vide', () => {
  const manque = {
    partenaire: 'etat',
    chemin: ['engagements', 3, 'libelle'],
    absent: false,
    erreur: {
      titre: 't',
      message: 'm',
      code: 'ERREUR_PARTENAIRE',
      reference: null,
      partenaire: 'etat',
      reessayable: true,
    },
  } as const;
  expect(manqueEntier([manque], { engagements: null })).toBe(manque);
  expect(manqueEntier([manque], { engagements: [] })).toBeNull();
  expect(manqueEntier([manque], undefined)).toBeNull();
});
