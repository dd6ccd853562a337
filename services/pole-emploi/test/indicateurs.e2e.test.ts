import {
  startTestSubgraph,
  type TestSubgraph,
  unIntegrateur,
  unResponsable,
} from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'pole-emploi', createApp });
});

afterAll(() => subgraph?.stop());

const TAUX = `query ($le: Date) { territoire(code: "32", maille: REGION) {
  indicateursPoleEmploi(le: $le, code: "taux-chomage") {
    periode valeur source dateValeur demonstration
    indicateur { libelle unite nature perimetre methode source } } } }`;

describe('indicateurs de contexte', () => {
  test('ligne 53 : le taux de chômage dit sa source, son trimestre et sa méthode, et n’est la note de personne', async () => {
    const { data, errors } = await subgraph.query(unIntegrateur(), TAUX, { le: '2025-06-30' });
    expect(errors).toEqual([]);
    const [taux] = data.territoire.indicateursPoleEmploi;
    expect(taux).toMatchObject({
      periode: '2024-T4',
      valeur: 8.7,
      source: 'insee.fr 8385000',
      dateValeur: '2024-12-31',
      demonstration: false,
      indicateur: { unite: '%', nature: 'CONTEXTE' },
    });
    expect(taux.indicateur.methode).toContain('n’évalue aucun partenaire');
  });

  test('ligne 53 : au jour du portail, on ne lit que ce qui était connu', async () => {
    const { data } = await subgraph.query(unResponsable('pole-emploi'), TAUX);
    expect(data.territoire.indicateursPoleEmploi).toMatchObject([
      { periode: '2023-T3', demonstration: true },
    ]);
  });

  test('ligne 53 : par zone, chaque arrondissement a sa valeur, et la région n’en est pas la somme', async () => {
    const { data, errors } = await subgraph.query(
      unResponsable('pole-emploi'),
      `{ indicateurPoleEmploi(code: "taux-chomage") { additif periodes
           valeurs(maille: ARRONDISSEMENT, periode: "2023-T3", first: 100) {
             nodes { valeur territoire { code } recomposition(maille: COMMUNE) { somme } }
             pageInfo { hasNextPage } } } }`,
    );
    expect(errors).toEqual([]);
    const { additif, periodes, valeurs } = data.indicateurPoleEmploi;
    expect(additif).toBe(false);
    expect(periodes[0]).toBe('2024-T4');
    expect(valeurs.nodes).toHaveLength(26);
    expect(
      valeurs.nodes.every((une: { recomposition: unknown }) => une.recomposition === null),
    ).toBe(true);
  });

  test('ligne 17 : les petits effectifs de la démonstration sont masqués, et jamais un seul à la fois', async () => {
    const { data, errors } = await subgraph.query(
      unResponsable('pole-emploi'),
      `{ indicateurPoleEmploi(code: "immersions") {
           valeurs(maille: ARRONDISSEMENT, periode: "2023-11", first: 100) {
             nodes { territoire { code parents { code maille } }
               ventilations { dimension masque valeur } } } } }`,
    );
    expect(errors).toEqual([]);
    const { nodes } = data.indicateurPoleEmploi.valeurs;
    const masquees = nodes.filter((une: { ventilations: { masque: boolean }[] }) =>
      une.ventilations.some(({ masque }) => masque),
    );
    expect(masquees.length).toBeGreaterThan(1);
    expect(masquees.length).toBeLessThan(nodes.length);
    for (const { ventilations } of nodes) {
      for (const { masque, valeur } of ventilations) {
        expect(masque ? valeur : valeur >= 11).toBe(masque ? null : true);
      }
    }
  });
});
