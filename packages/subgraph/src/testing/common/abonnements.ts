import type { Identite } from '@passerelle/identity';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EventReader } from '../event-reader.js';
import { unAgent, uneAutreMaison, unIntegrateur, unResponsable } from '../identities.js';
import type { CommonContext } from './context.js';
import { contributionActs } from './contribution-actes.js';

export function describeAbonnements(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { modifier, valider, publier, abandonner } = contributionActs(context);
  const responsable = unResponsable(partenaire);
  const field = `contribution${maison.suffixe}Modifiee`;
  const ENGAGEMENT = 'E17';

  const contenu = (precisions: object = {}) => ({
    engagement: ENGAGEMENT,
    avancement: 30,
    meteo: 'NUAGE',
    visibilite: 'PUBLIC',
    ...precisions,
  });

  async function follow(identite: Identite, engagement: string | null): Promise<EventReader> {
    const stream = await subgraph().subscribe(
      identite,
      `subscription ($engagement: ID) { ${field}(engagement: $engagement) {
         id etat avancement engagement { code } historique(first: 1) { nodes { id etat } } } }`,
      { engagement },
    );
    onTestFinished(() => stream.close());
    return stream;
  }

  async function publierVisible(visibilite: string, engagement = ENGAGEMENT): Promise<string> {
    const { contribution } = await modifier(responsable, contenu({ visibilite, engagement }));
    await valider(responsable, { engagement });
    await publier(responsable, { engagement });
    return contribution?.id ?? 'nothing was written';
  }

  describe('abonnements', () => {
    test('la maison suit chaque acte ; les autres ne reçoivent que ce qui est publié pour eux', async () => {
      const maisonStream = await follow(unAgent(partenaire, 'dpo'), ENGAGEMENT);
      const autreStream = await follow(unResponsable(uneAutreMaison(partenaire)), ENGAGEMENT);
      const publicStream = await follow(unIntegrateur(), ENGAGEMENT);

      /** What the house sees last after so many acts: an event tells how things are when it is read. */
      const seenByHouse = async (acts: number): Promise<string | undefined> => {
        let last: string | undefined;
        for (let count = 0; count < acts; count += 1) {
          const event = await maisonStream.next();
          expect(event?.event).toBe('next');
          expect(event?.data.errors).toBeUndefined();
          const seen = event?.data.data[field];
          last = seen && `${seen.id} ${seen.etat}`;
        }
        return last;
      };
      const nextOf = async (stream: EventReader): Promise<string> => {
        const { id, etat, historique } = (await stream.next())?.data.data[field] ?? {};
        return `${id} ${etat} ${historique?.nodes[0].id}`;
      };

      await modifier(responsable, contenu());
      await abandonner(responsable, { engagement: ENGAGEMENT });
      const house = await publierVisible('MAISON');
      expect(await seenByHouse(5)).toBe(`${house} PUBLIEE`);

      // Streams are ordered: what comes first shows that nothing came before it.
      const partners = await publierVisible('PARTENAIRES');
      expect(await seenByHouse(3)).toBe(`${partners} PUBLIEE`);
      expect(await nextOf(autreStream)).toBe(`${partners} PUBLIEE ${partners}`);

      const everyone = await publierVisible('PUBLIC');
      expect(await seenByHouse(3)).toBe(`${everyone} PUBLIEE`);
      expect(await nextOf(autreStream)).toBe(`${everyone} PUBLIEE ${everyone}`);
      expect(await nextOf(publicStream)).toBe(`${everyone} PUBLIEE ${everyone}`);
    });

    test('ne suit que l’engagement demandé, ou tous', async () => {
      const one = await follow(unIntegrateur(), ENGAGEMENT);
      const all = await follow(unIntegrateur(), null);
      const elsewhere = await publierVisible('PUBLIC', 'E18');
      const here = await publierVisible('PUBLIC');

      expect((await all.next())?.data.data[field].id).toBe(elsewhere);
      expect((await all.next())?.data.data[field].id).toBe(here);
      expect((await one.next())?.data.data[field].id).toBe(here);
    });

    test('refuse un engagement inconnu et une demande mal formée, en événement', async () => {
      const unknown = await follow(unIntegrateur(), 'E99');
      expect((await unknown.next())?.data.errors).toMatchObject([
        { extensions: { code: 'ENGAGEMENT_INCONNU', partenaire } },
      ]);
      expect((await unknown.next())?.event).toBe('complete');

      const malformed = await subgraph().subscribe(
        unIntegrateur(),
        `subscription { ${field} { inconnu } }`,
      );
      onTestFinished(() => malformed.close());
      expect((await malformed.next())?.data.errors).toMatchObject([
        { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      ]);
    });

    test('un abonné qui attend ne garde pas de connexion à la base', async () => {
      // More subscribers than the pool has connections, then a read: it would wait for ever.
      const streams = await Promise.all(
        Array.from({ length: 8 }, () => follow(unIntegrateur(), ENGAGEMENT)),
      );
      const id = await publierVisible('PUBLIC');
      for (const stream of streams) expect((await stream.next())?.data.data[field].id).toBe(id);
      const { errors } = await subgraph().query(unIntegrateur(), '{ engagements { code } }');
      expect(errors).toEqual([]);
    });
  });
}
