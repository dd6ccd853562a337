import { contributionsDemonstration } from '@passerelle/demo-data';
import { describe, expect, test } from 'vitest';
import { jourAParis } from '../../app/jour-courant.js';
import { uneAutreMaison, unIntegrateur, unResponsable } from '../identities.js';
import type { CommonContext } from './context.js';
import { contributionActs } from './contribution-actes.js';
import { bancDeFiches } from './fiches/banc.js';

/** What a house published as of a day: the versions of then, never a draft, never what came after. */
export function describeAuJour(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { suffixe } = maison;
  const responsable = unResponsable(partenaire);
  const autre = unResponsable(uneAutreMaison(partenaire));
  const { modifier } = contributionActs(context);
  const { responsable: redacteur, acte, creer, publier } = bancDeFiches(context);

  async function contribution(lecteur: typeof autre, engagement: string, le: string) {
    const { data, errors } = await subgraph().query(
      lecteur,
      `query ($code: ID!, $le: Date) { engagement(code: $code) { lue: contribution${suffixe}(le: $le) {
         version etat versionPubliee(le: $le) { version }
         historique(le: $le, first: 100) { nodes { version } } } } }`,
      { code: engagement, le },
    );
    expect(errors).toEqual([]);
    return data.engagement.lue;
  }

  async function fiche(lecteur: typeof autre, id: string, le: string) {
    const { data, errors } = await subgraph().query(
      lecteur,
      `query ($id: ID!, $le: Date) {
         une: ficheAction${suffixe}(id: $id, le: $le) { version titre
           versionPubliee(le: $le) { version } historique(le: $le) { nodes { version } } }
         liste: fichesAction${suffixe}(le: $le, first: 100) { nodes { id titre } } }`,
      { id, le },
    );
    expect(errors).toEqual([]);
    return data;
  }

  describe('à une autre date', () => {
    const { versions } = contributionsDemonstration(partenaire).find(
      ({ engagement }) => engagement === 'E07',
    ) ?? { versions: [] };
    const publiees = versions.flatMap(({ version, publieLe }) =>
      publieLe === null ? [] : { version, le: jourAParis(new Date(publieLe)) },
    );

    test('ligne 13 : la contribution d’un jour est celle qui était publiée ce jour-là', async () => {
      expect(publiees.length).toBeGreaterThan(1);
      expect(await contribution(unIntegrateur(), 'E07', '2023-06-07')).toBeNull();
      for (const { version, le } of publiees) {
        const lue = await contribution(unIntegrateur(), 'E07', le);
        expect(lue).toMatchObject({ version, etat: 'PUBLIEE', versionPubliee: { version } });
        expect(lue.historique.nodes).toEqual(
          Array.from({ length: version }, (_, rang) => ({ version: version - rang })),
        );
        const veille = jourAParis(new Date(Date.parse(`${le}T12:00:00Z`) - 86_400_000));
        expect((await contribution(unIntegrateur(), 'E07', veille))?.version ?? 0).toBe(
          version - 1,
        );
      }
    });

    test('un brouillon n’est d’aucun jour, même pour sa maison ; ce qui suit le jour n’y est pas', async () => {
      const avant = await contribution(responsable, 'E07', '2023-12-15');
      const { contribution: brouillon } = await modifier(responsable, {
        engagement: 'E07',
        avancement: 99,
        meteo: 'SOLEIL',
      });
      expect(brouillon).not.toBeNull();
      expect(await contribution(responsable, 'E07', '2023-12-15')).toEqual(avant);
      const demain = jourAParis(new Date(Date.now() + 86_400_000));
      const plusTard = await contribution(responsable, 'E07', demain);
      expect(plusTard).toMatchObject({ etat: 'PUBLIEE' });
      expect(plusTard.version).not.toBe(brouillon?.version);
    });

    test('ligne 13 : la fiche d’un jour est la version publiée ce jour-là, ses liens aussi', async () => {
      const { id } = await creer({ titre: 'Comme au premier jour', visibilite: 'PUBLIC' });
      await publier({ id });
      const veille = jourAParis(new Date(Date.now() - 86_400_000));
      const jour = jourAParis(new Date());
      const demain = jourAParis(new Date(Date.now() + 86_400_000));
      const hier = await fiche(autre, id, veille);
      expect(hier.une).toBeNull();
      expect(hier.liste.nodes).not.toContainEqual(expect.objectContaining({ id }));

      const reprise = { fiche: id, titre: 'Écrite ensuite', engagement: 'E07' };
      expect((await acte('modifier', redacteur, reprise)).refus).toBeNull();
      for (const le of [jour, demain]) {
        for (const lecteur of [redacteur, autre, unIntegrateur()]) {
          const lue = await fiche(lecteur, id, le);
          expect(lue.une).toMatchObject({
            version: 1,
            titre: 'Comme au premier jour',
            versionPubliee: { version: 1 },
            historique: { nodes: [{ version: 1 }] },
          });
        }
      }
    });
  });
}
