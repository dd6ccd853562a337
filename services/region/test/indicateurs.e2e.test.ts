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
    `{ achevement: indicateurRegion(code: "achevement-formation") { methode periodes }
       devenir: indicateurRegion(code: "emploi-six-mois") { perimetre periodes } }`,
  );
  expect(data.achevement).toMatchObject({ periodes: [] });
  expect(data.devenir).toMatchObject({ periodes: [] });
  expect(data.devenir.perimetre).toContain('six mois');
});
