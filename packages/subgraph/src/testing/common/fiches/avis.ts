import type { Identite, Partenaire } from '@passerelle/identity';
import { Kind, parse, print } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAISONS } from '../../../vocabulaire/maison.js';
import { unAgent, unIntegrateur, unResponsable } from '../../identities.js';
import { type CommonContext, codes } from '../context.js';

export function describePartenairesSociaux({ partenaire, maison, subgraph }: CommonContext): void {
  describe('partenaires sociaux', () => {
    const social = unAgent(null, 'partenaire-social');
    /** Names of the room's mutations, with the type of their input. */
    let mutations: ReadonlyMap<string, string> = new Map();

    beforeAll(() => {
      const fields = parse(subgraph().app.sdl).definitions.flatMap((node) =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Mutation'
          ? (node.fields ?? [])
          : [],
      );
      mutations = new Map(
        fields
          .map((field): [string, string] => [
            field.name.value,
            print(field.arguments?.[0]?.type ?? field.type),
          ])
          .filter(([nom]) => /Fiche|Observation|observer|Avis/.test(nom)),
      );
    });

    test('ligne 30 : ils lisent les fiches de la maison et n’écrivent nulle part', async () => {
      const { data, errors } = await subgraph().query(
        social,
        `{ fichesAction${maison.suffixe} { nodes { id etat } } }`,
      );
      expect(errors).toEqual([]);
      const { nodes } = data[`fichesAction${maison.suffixe}`];
      expect(nodes.length).toBeGreaterThan(0);
      expect(nodes.every(({ etat }: { etat: string }) => etat === 'PUBLIEE')).toBe(true);

      expect(mutations.size).toBeGreaterThanOrEqual(12);
      for (const [nom, type] of mutations) {
        const answer = await subgraph().query(
          social,
          `mutation ($input: ${type}) { ${nom}(input: $input) { __typename } }`,
          { input: minimalInput(type) },
        );
        expect(codes(answer), nom).toEqual(['ACCES_REFUSE']);
      }
    });

    function minimalInput(type: string): object {
      if (type.startsWith('Retirer')) return { observation: `${partenaire}:observation-1` };
      if (type.startsWith('Corriger')) {
        return { observation: `${partenaire}:observation-1`, texte: 'Essai.' };
      }
      const content = { titre: 'Essai', engagement: 'E07' };
      if (type.startsWith('Creer')) return content;
      return {
        fiche: `${partenaire}:fiche-1`,
        ...(type.startsWith('Modifier') && content),
        ...(/^Evaluer|^Observer|^Repondre/.test(type) && { texte: 'Essai.' }),
        ...(type.startsWith('Repondre') && { observation: 'etat:observation-1' }),
        ...(type.startsWith('Renvoyer') && { motif: 'Essai.' }),
        ...(type.startsWith('Conclure') && { issue: 'ARRETEE', motif: 'Essai.' }),
        ...(type.startsWith('Enregistrer') && { organisation: 'Essai', sens: 'RESERVE' }),
      };
    }

    /** Only the État keeps opinions: elsewhere there is nothing to see. */
    function describeAvis(): void {
      test('ligne 30 : leur avis favorable, défavorable ou réservé est tenu par le secrétariat, sur la fiche de chaque maison', async () => {
        const enregistrer = async (identite: Identite, input: object) => {
          const answer = await subgraph().query(
            identite,
            `mutation ($input: EnregistrerAvisInput!) { acte: enregistrerAvis(input: $input) {
               avis { organisation sens motif donneLe auteur } refus { code } } }`,
            { input },
          );
          return { ...answer.data?.acte, errors: codes(answer) };
        };
        const lus = async (chez: Partenaire, identite: Identite) => {
          const type = `FicheAction${MAISONS[chez].suffixe}`;
          const { data } = await subgraph().query(
            identite,
            `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} {
               avisEtat(first: 50) { nodes { organisation sens motif } } } } }`,
            { r: [{ __typename: type, id: `${chez}:fiche-1` }] },
          );
          return data._entities[0]?.avisEtat?.nodes ?? [];
        };
        const chef = unResponsable('etat');
        const organisation = 'Organisation d’essai';
        const sens = {
          etat: 'FAVORABLE',
          region: 'DEFAVORABLE',
          'pole-emploi': 'RESERVE',
        } as const;
        for (const [chez, avis] of Object.entries(sens)) {
          const { avis: written } = await enregistrer(chef, {
            fiche: `${chez}:fiche-1`,
            organisation,
            sens: avis,
            motif: 'Motif d’essai.',
          });
          expect(written).toMatchObject({ organisation, sens: avis, donneLe: '2023-12-15' });
        }
        for (const chez of ['etat', 'region', 'pole-emploi'] as const) {
          expect(await lus(chez, social)).toContainEqual({
            organisation,
            sens: sens[chez],
            motif: 'Motif d’essai.',
          });
          expect(await lus(chez, unIntegrateur())).toEqual([]);
        }
        // Another opinion of the same organisation takes the place of the former.
        await enregistrer(chef, { fiche: 'region:fiche-1', organisation, sens: 'FAVORABLE' });
        const region = await lus('region', social);
        expect(
          region.filter((one: { organisation: string }) => one.organisation === organisation),
        ).toEqual([{ organisation, sens: 'FAVORABLE', motif: null }]);

        expect(
          (await enregistrer(chef, { fiche: 'essai', organisation, sens: 'RESERVE' })).refus.code,
        ).toBe('FICHE_INCONNUE');
        const inconnue = { fiche: 'etat:fiche-9999', organisation, sens: 'RESERVE' };
        expect((await enregistrer(chef, inconnue)).refus.code).toBe('FICHE_INCONNUE');
        for (const identite of [social, unAgent('etat', 'sous-prefet'), unResponsable('region')]) {
          expect(
            (
              await enregistrer(identite, {
                fiche: 'region:fiche-1',
                organisation,
                sens: 'RESERVE',
              })
            ).errors,
          ).toEqual(['ACCES_REFUSE']);
        }
      });
    }
    const avis: Readonly<Record<Partenaire, () => void>> = {
      etat: describeAvis,
      region: () => undefined,
      'pole-emploi': () => undefined,
    };
    avis[partenaire]();
  });
}
