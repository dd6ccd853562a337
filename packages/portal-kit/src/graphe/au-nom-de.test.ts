import { gql } from '@urql/core';
import { expect, test } from 'vitest';
import { clientDe, entetesDe } from './au-nom-de.js';
import { creerClient } from './client.js';

const LIRE = gql`
  query Lire {
    engagements {
      code
    }
  }
`;

const ACTE = gql`
  mutation Acte {
    acte
  }
`;

test('ce que demande un module porte son nom et sa révision, le reste celui du portail', async () => {
  const recus: (string | null)[] = [];
  const base = creerClient({
    url: 'http://portail.test/graphql',
    fetch: async (_adresse, options) => {
      const entetes = new Headers(options?.headers);
      recus.push(
        `${entetes.get('x-passerelle-client')} ${entetes.get('x-passerelle-version')} ${options?.credentials}`,
      );
      return Response.json({ data: { engagements: [], acte: null } });
    },
  });
  const module = clientDe(base, { partenaire: 'region', revision: 13 });
  await module.query(LIRE, {}).toPromise();
  await module.mutation(ACTE, {}).toPromise();
  await base.query(LIRE, {}, { requestPolicy: 'network-only' }).toPromise();
  expect(recus).toEqual([
    'module-region 13 same-origin',
    'module-region 13 same-origin',
    'portail - same-origin',
  ]);
  expect(clientDe(base, { partenaire: 'region', revision: 13 })).toBe(module);
});

test('un module lit ce qu’un autre vient de lire : le cache reste le même', async () => {
  let demandes = 0;
  const base = creerClient({
    url: 'http://portail.test/graphql',
    fetch: async () => {
      demandes += 1;
      return Response.json({ data: { engagements: [] } });
    },
  });
  await clientDe(base, { partenaire: 'etat', revision: 1 }).query(LIRE, {}).toPromise();
  const region = clientDe(base, { partenaire: 'pole-emploi', revision: 2 });
  const { data } = await region.query(LIRE, {}, { requestPolicy: 'cache-only' }).toPromise();
  expect([demandes, data.engagements]).toEqual([1, []]);
});

test('ce qui s’essaie sur un poste ne se confond pas avec ce qui est publié', () => {
  expect(entetesDe({ partenaire: 'region', revision: 0 })).toEqual({
    'x-passerelle-client': 'module-region',
    'x-passerelle-version': 'locale',
  });
});
