import { describe, expect, test } from 'vitest';
import { unIntegrateur, unResponsable } from '../identities.js';
import type { CommonContext } from './context.js';

export function describeEntites({ partenaire, maison, subgraph }: CommonContext): void {
  const lecteur = unResponsable(partenaire);
  const field = `contribution${maison.suffixe}`;

  async function entities(
    selection: string,
    representations: readonly object[],
    identite = lecteur,
    // biome-ignore lint/suspicious/noExplicitAny: what a test finds is compared, never trusted
  ): Promise<any[]> {
    subgraph().forgetStatements();
    const { data, errors } = await subgraph().query(
      identite,
      `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${selection} } }`,
      { r: representations },
    );
    expect(errors).toEqual([]);
    return data._entities;
  }

  describe('entités de la fédération', () => {
    test('23 contributions avec leur histoire : quelques instructions SQL, pas une par engagement', async () => {
      const codes = Array.from(
        { length: 23 },
        (_, index) => `E${String(index + 1).padStart(2, '0')}`,
      );
      const found = await entities(
        `... on Engagement { code ${field} { id versionPubliee { id } engagement { code }
           historique(first: 3) { nodes { id versionPubliee { id } } } } }`,
        codes.map((code) => ({ __typename: 'Engagement', code })),
      );

      expect(found.map(({ code }) => code)).toEqual(codes);
      expect([...subgraph().statements].sort()).toEqual([
        'contributions-courantes',
        'contributions-historique',
        'contributions-publiees',
        'engagements-par-code',
      ]);
    });

    test('500 communes avec leurs contenants : deux instructions SQL', async () => {
      const rows = await subgraph().database.sql<{ code: string }>(
        `SELECT code FROM territoire WHERE maille = 'COMMUNE' ORDER BY code LIMIT 500`,
      );
      const found = await entities(
        `... on Territoire { code nom parents { nom } }`,
        rows.map(({ code }) => ({ __typename: 'Territoire', code, maille: 'COMMUNE' })),
      );

      expect(found.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
      expect(found.every(({ parents }) => parents.length === 4)).toBe(true);
      expect(subgraph().statements).toEqual(['territoires-par-cle', 'territoires-par-cle']);
    });

    test('les communes de 26 arrondissements : une instruction SQL pour toutes les pages', async () => {
      const rows = await subgraph().database.sql<{ code: string }>(
        `SELECT code FROM territoire WHERE maille = 'ARRONDISSEMENT'`,
      );
      const found = await entities(
        `... on Territoire { enfants(maille: COMMUNE, first: 10) { nodes { nom } } }`,
        rows.map(({ code }) => ({ __typename: 'Territoire', code, maille: 'ARRONDISSEMENT' })),
      );

      expect(found.every(({ enfants }) => enfants.nodes.length === 10)).toBe(true);
      expect(subgraph().statements).toEqual([
        'territoires-par-cle',
        'territoires-enfants-ARRONDISSEMENT',
      ]);
    });

    test('une clé inconnue, fausse ou étrangère donne null à sa place, et le reste répond', async () => {
      const found = await entities(
        `... on Engagement { code } ... on Territoire { nom } ... on Enjeu { numero }
         ... on Contribution${maison.suffixe} { version }`,
        [
          { __typename: 'Engagement', code: 'E99' },
          { __typename: 'Engagement', code: 'E01' },
          { __typename: 'Engagement', code: 7 },
          { __typename: 'Territoire', code: '59350', maille: 'ARRONDISSEMENT' },
          { __typename: 'Territoire', code: '59350', maille: 'COMMUNE' },
          { __typename: 'Territoire', code: '59350', maille: '__proto__' },
          { __typename: 'Enjeu', numero: 1e12 },
          { __typename: 'Enjeu', numero: 4 },
          { __typename: `Contribution${maison.suffixe}`, id: 'autre:E07:1' },
          { __typename: `Contribution${maison.suffixe}`, id: `${partenaire}:E07:1` },
          { __typename: `Contribution${maison.suffixe}`, id: `${partenaire}:E07:99999999999` },
        ],
      );

      expect(found.map((one) => one && { ...one, __typename: undefined })).toEqual([
        null,
        { code: 'E01' },
        null,
        null,
        { nom: 'Lille' },
        null,
        null,
        { numero: 4 },
        null,
        { version: 1 },
        null,
      ]);
    });

    test.each([
      [{ __typename: '__proto__' }],
      [{ __typename: 'Query' }],
      [{ __typename: 'Inconnu' }],
      [{ code: 'E01' }],
      ['E01'],
    ])(
      'une représentation qui n’est celle d’aucune entité (%j) est refusée sans que les autres soient lues',
      async (fausse) => {
        subgraph().forgetStatements();
        const { data, errors } = await subgraph().query(
          lecteur,
          'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
          { r: [{ __typename: 'Engagement', code: 'E01' }, fausse] },
        );

        expect(data).toBeNull();
        expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
        expect(subgraph().statements).toEqual([]);
        // The process still answers: a read left alone would have stopped it.
        expect(
          await entities('... on Engagement { code }', [{ __typename: 'Engagement', code: 'E02' }]),
        ).toMatchObject([{ code: 'E02' }]);
      },
    );

    test('une version que le lecteur ne peut pas voir ne se trouve pas non plus par sa clé', async () => {
      const { suffixe } = maison;
      const { data } = await subgraph().query(
        lecteur,
        `mutation { modifierContribution${suffixe}(input: { engagement: "E19", avancement: 5,
           meteo: SOLEIL, visibilite: PUBLIC }) { contribution { id } } }`,
      );
      const { id } = data[`modifierContribution${suffixe}`].contribution;
      const selection = `... on Contribution${suffixe} { id }`;
      const representation = { __typename: `Contribution${suffixe}`, id };

      expect(await entities(selection, [representation])).toMatchObject([{ id }]);
      expect(await entities(selection, [representation], unIntegrateur())).toEqual([null]);
    });
  });
}
