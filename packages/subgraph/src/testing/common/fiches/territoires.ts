import { describe, expect, test } from 'vitest';
import { unAgent } from '../../identities.js';
import type { CommonContext } from '../context.js';
import { bancDeFiches, REDACTEUR } from './banc.js';

export function describeTerritoiresDesFiches(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { suffixe } = maison;
  const { responsable, autre, acte, creer, publier, lire, liste } = bancDeFiches(context);

  describe('fiches action selon le territoire', () => {
    test('ligne 61 : un même engagement, plusieurs variantes selon le territoire', async () => {
      const modele = await publier(await creer({ titre: 'La réponse commune' }));
      const variante = (code: string) => ({
        titre: `La réponse à ${code}`,
        engagement: 'E07',
        varianteDe: modele.id,
        territoires: [{ code, maille: 'ARRONDISSEMENT' }],
      });
      for (const code of ['596', '595']) await publier(await creer(variante(code)));
      const variantes = (await lire(autre, modele.id))?.['variantes'];
      expect(variantes.nodes).toEqual([
        { id: expect.any(String), territoires: [{ code: '596' }], engagement: { code: 'E07' } },
        { id: expect.any(String), territoires: [{ code: '595' }], engagement: { code: 'E07' } },
      ]);
      expect(
        (await acte('creer', responsable, { ...variante('596'), engagement: 'E08' })).refus,
      ).toBe('VARIANTE_AUTRE_ENGAGEMENT');

      const { data } = await subgraph().query(
        autre,
        `query ($r: [_Any!]!) { _entities(representations: $r) {
           ... on Engagement { fiches${suffixe}(first: 100) { nodes { id } } }
           ... on Territoire { code fiches${suffixe}(first: 100) { nodes { id } } } } }`,
        {
          r: [
            { __typename: 'Engagement', code: 'E07' },
            { __typename: 'Territoire', code: '596', maille: 'ARRONDISSEMENT' },
            { __typename: 'Territoire', code: '595', maille: 'ARRONDISSEMENT' },
          ],
        },
      );
      const [engagement, valenciennes, lens] = data._entities.map(
        (one: Record<string, { nodes: { id: string }[] }>) =>
          one[`fiches${suffixe}`]?.nodes.map(({ id }) => id),
      );
      const [la, ailleurs] = variantes.nodes.map(({ id }: { id: string }) => id);
      expect(engagement).toEqual(expect.arrayContaining([modele.id, la, ailleurs]));
      // The whole region's fiche is about each of its arrondissements; the neighbour's is not.
      expect(valenciennes).toEqual(expect.arrayContaining([modele.id, la]));
      expect(valenciennes).not.toContain(ailleurs);
      expect(lens).toEqual(expect.arrayContaining([modele.id, ailleurs]));
      const filtrees = await liste(autre, ', territoire: { code: "596", maille: ARRONDISSEMENT }');
      expect(filtrees.map(({ id }) => id)).toEqual(valenciennes);
    });

    test('qui a un territoire n’écrit que là ; hors de lui, HORS_TERRITOIRE', async () => {
      const territoire = { code: '596', maille: 'ARRONDISSEMENT' as const };
      const local = unAgent(partenaire, REDACTEUR[partenaire], { territoire });
      const input = { titre: 'Chez moi', engagement: 'E07', territoires: [territoire] };
      const chezMoi = await acte('creer', local, input);
      expect(chezMoi.refus).toBeNull();
      expect((await acte('creer', local, { ...input, territoires: [] })).refus).toBe(
        'HORS_TERRITOIRE',
      );
      const ailleurs = [{ code: '595', maille: 'ARRONDISSEMENT' }];
      expect((await acte('creer', local, { ...input, territoires: ailleurs })).refus).toBe(
        'HORS_TERRITOIRE',
      );
      const locale = {
        ...input,
        experimental: true,
        fin: '2023-12-01',
      };
      const { fiche: essai } = await acte('creer', local, locale);
      const id = essai?.id ?? '';
      await acte('evaluer', local, { fiche: id, texte: 'Elle a fait ses preuves.' });
      const suite = (await creer()).id;
      const conclure = { fiche: id, issue: 'ADAPTEE', motif: 'À reprendre.', suite };
      // What it would be tied to is another's to write.
      expect((await acte('conclure', local, conclure)).refus).toBe('HORS_TERRITOIRE');
      const regionale = await creer();
      expect((await acte('modifier', local, { ...input, fiche: regionale.id })).refus).toBe(
        'HORS_TERRITOIRE',
      );
      expect((await acte('publier', local, { fiche: chezMoi.fiche?.id ?? '' })).errors).toEqual([
        'ACCES_REFUSE',
      ]);
    });
  });
}
