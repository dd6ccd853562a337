import { startTestSubgraph, type TestSubgraph, unAgent } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;
const lecteur = unAgent('region', 'charge-de-mission');
const chef = unAgent('etat', 'chef-de-projet');

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

const CHERCHER = `query ($recherche: String, $commune: ID, $sujet: String) {
  annuaire(recherche: $recherche, commune: $commune, sujet: $sujet, first: 100) {
    nodes { id roles { fonction titulaire du au alias { nom } } territoire { code maille } }
  }
}`;

async function trouvees(variables: object): Promise<string[]> {
  const { data, errors } = await subgraph.query(lecteur, CHERCHER, variables);
  expect(errors).toEqual([]);
  return data.annuaire.nodes.map(({ id }: { id: string }) => id);
}

const NOMMER = `mutation ($input: NommerInput!) {
  nommer(input: $input) {
    organisation { id roles { fonction titulaire du au } presents: roles(le: "2023-12-01") { titulaire } }
    refus { code }
  }
}`;

test('ligne 25 : le préfet de région est une fonction datée, et la personne se remplace', async () => {
  const fonction = 'Préfet de la région Hauts-de-France, préfet du Nord, copilote du SPER';
  const { data } = await subgraph.query(chef, NOMMER, {
    input: {
      organisation: 'prefecture-de-region',
      fonction,
      titulaire: null,
      du: '2023-10-01',
      source: 'Essai de remplacement',
    },
  });
  expect(data.nommer.refus).toBeNull();
  expect(data.nommer.organisation.roles).toEqual([
    { fonction, titulaire: null, du: '2023-10-01', au: null },
    { fonction, titulaire: 'Georges-François Leclerc', du: '2023-06-08', au: '2023-10-01' },
  ]);
  expect(data.nommer.organisation.presents).toEqual([{ titulaire: null }]);
});

test('ligne 26 : le président de Région est copilote du SPER, avec sa source', async () => {
  expect(await trouvees({ recherche: 'xavier bertrand' })).toEqual(['conseil-regional']);
});

test('ligne 27 : le directeur régional est trouvé sous ses deux orthographes', async () => {
  expect(await trouvees({ recherche: 'frederic daniel' })).toEqual(['operateur-regional']);
  expect(await trouvees({ recherche: 'Danel' })).toEqual(['operateur-regional']);
});

test('ligne 31 : l’annuaire se cherche par commune et par sujet', async () => {
  // Valenciennes, and what is competent for it: the arrondissement's, the département's, the region's.
  const ici = await trouvees({ commune: '59606' });
  expect(ici).toContain('sous-prefecture-596');
  expect(ici).toContain('direction-territoriale-59');
  expect(ici).toContain('conseil-regional');
  expect(ici).not.toContain('direction-territoriale-80');
  expect(await trouvees({ commune: '59606', sujet: 'apprentissage' })).toEqual(['rectorat']);
});

test('le nom de l’opérateur est celui du jour demandé', async () => {
  const { data } = await subgraph.query(
    lecteur,
    `{ organisation(id: "operateur-regional") {
         nom avant: nom(le: "2023-12-31") apres: nom(le: "2024-01-01") } }`,
  );
  expect(data.organisation).toEqual({
    nom: 'Pôle emploi Hauts-de-France',
    avant: 'Pôle emploi Hauts-de-France',
    apres: 'France Travail Hauts-de-France',
  });
});

test('une organisation inconnue ou une date d’avant le titulaire sont refusées', async () => {
  const code = async (input: object): Promise<string | undefined> => {
    const { data } = await subgraph.query(chef, NOMMER, {
      input: {
        organisation: 'rectorat',
        fonction: 'Recteur de région académique, copilote du SPER',
        du: '2024-01-01',
        source: 'S',
        ...input,
      },
    });
    return data.nommer.refus?.code;
  };
  expect(await code({ organisation: 'nulle-part' })).toBe('ORGANISATION_INCONNUE');
  expect(await code({ du: '2020-01-01' })).toBe('ROLE_INVALIDE');
  expect(await code({ fonction: '' })).toBe('ROLE_INVALIDE');
  expect(await code({ source: '<b>' })).toBe('ROLE_INVALIDE');
});

test('seul le secrétariat tient l’annuaire', async () => {
  const { errors } = await subgraph.query(lecteur, NOMMER, {
    input: { organisation: 'rectorat', fonction: 'F', du: '2024-01-01', source: 'S' },
  });
  expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['ACCES_REFUSE']);
});
