import { startTestSubgraph, type TestSubgraph, unResponsable } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'region', createApp });
});

afterAll(() => subgraph?.stop());

test('ligne 54 : les entrées en formation, avec les deux périmètres nommés et jamais confondus', async () => {
  const { data, errors } = await subgraph.query(
    unResponsable('region'),
    `{ territoire(code: "32", maille: REGION) { indicateursRegion {
         periode valeur source demonstration indicateur { code perimetre } } } }`,
  );
  expect(errors).toEqual([]);
  const parCode = new Map<string, { valeur: number; indicateur: { perimetre: string } }>(
    data.territoire.indicateursRegion.map((une: { indicateur: { code: string } }) => [
      une.indicateur.code,
      une,
    ]),
  );
  const prf = parCode.get('entrees-prf');
  const tous = parCode.get('entrees-formation');
  expect(prf).toMatchObject({ valeur: 67_423, periode: '2022', demonstration: false });
  expect(tous).toMatchObject({ valeur: 70_000, demonstration: false });
  expect(prf?.indicateur.perimetre).toContain('PRF');
  expect(tous?.indicateur.perimetre).toContain('quel que soit le financeur');
  expect(parCode.get('objectif-prf')).toMatchObject({ valeur: 65_000 });
});

test('ligne 54 : achèvement et devenir sont définis, et restent vides tant qu’aucune source ne les donne', async () => {
  const { data } = await subgraph.query(
    unResponsable('region'),
    `{ achevement: indicateurRegion(code: "achevement-formation") { methode periodes attendu cibles { valeur } }
       devenir: indicateurRegion(code: "emploi-six-mois") { perimetre periodes attendu cibles { valeur } } }`,
  );
  expect(data.achevement).toMatchObject({ periodes: [], cibles: [] });
  expect(data.devenir).toMatchObject({ periodes: [], cibles: [] });
  expect(data.achevement.attendu).toContain('Attendu de la Région');
  expect(data.devenir.attendu).toContain('C2RP');
  expect(data.devenir.perimetre).toContain('six mois');
});

test('ligne 54 : achèvement et devenir se chargent d’un fichier, et l’objectif dit son périmètre', async () => {
  const { data, errors } = await subgraph.query(
    unResponsable('region'),
    `mutation { importerMesuresRegion(input: { indicateur: "achevement-formation", simuler: false,
       source: "Fichier de test", contenu: "Code région;2024;2025\\n32;81,5;nd\\n" }) {
       importe masquees refus { code } changements { nom periode apres } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.importerMesuresRegion).toMatchObject({
    importe: true,
    masquees: null,
    refus: null,
    changements: [{ nom: 'Hauts-de-France', periode: '2024', apres: 81.5 }],
  });
});

test('ligne 55 : un objectif ne se montre que s’il est publié, avec son année, son périmètre et sa source', async () => {
  const { data, errors } = await subgraph.query(
    unResponsable('region'),
    `{ indicateursRegion { code cibles { valeur annee perimetre source } } }`,
  );
  expect(errors).toEqual([]);
  const avec = data.indicateursRegion.filter(
    ({ cibles }: { cibles: readonly unknown[] }) => cibles.length > 0,
  );
  expect(avec).toEqual([
    {
      code: 'entrees-formation',
      cibles: [
        {
          valeur: 70_000,
          annee: null,
          perimetre: expect.stringContaining('tous financeurs'),
          source: 'Communiqué de presse du 9 juin 2023',
        },
      ],
    },
    {
      code: 'entrees-prf',
      cibles: [
        {
          valeur: 65_000,
          annee: 2022,
          perimetre: expect.stringContaining('Programme régional'),
          source: 'C2RP, chiffres clés 2022',
        },
      ],
    },
  ]);
});
