import { describe, expect, test } from 'vitest';
import type { CommonContext } from '../context.js';
import { bancIndicateurs, type Lu, SOMME } from './banc.js';

/** What an indicator says of itself, and the sums over its territories. */
export function describeRecompositions(context: CommonContext): void {
  const { suffixe, effectif, lire, publier, valeurDe, arrondissement, saisie } =
    bancIndicateurs(context);

  describe('ce qu’un indicateur dit de lui, et ses sommes', () => {
    test('chaque indicateur dit ce qui est compté, comment, par qui, et rien ne le range', async () => {
      const lus: Lu[] = (
        await lire(
          `{ lus: indicateurs${suffixe} { code libelle unite nature perimetre methode source } }`,
        )
      ).lus;
      expect(lus.length).toBeGreaterThan(3);
      for (const lu of lus) {
        for (const texte of [lu.libelle, lu.unite, lu.perimetre, lu.methode, lu.source]) {
          expect(texte, lu.code).not.toBe('');
        }
        expect(['CONTEXTE', 'ACTION']).toContain(lu.nature);
      }
    });

    test('les périodes se lisent à une date : ce qui n’était pas encore arrêté n’y est pas', async () => {
      await publier(saisie('2046', [arrondissement('801', 100)]));
      const { lu } = await lire(
        `{ lu: indicateur${suffixe}(code: "${effectif.code}") {
             periodes alors: periodes(le: "2023-12-15") } }`,
      );
      expect(lu.periodes).toContain('2046');
      expect(lu.alors.length).toBeGreaterThan(0);
      expect(lu.alors.filter((periode: string) => periode > '2024')).toEqual([]);
    });

    test('ligne 62 : la région vaut la somme de ses départements et de ses arrondissements', async () => {
      const { periode, region } = effectif;
      const lue = await valeurDe('REGION', '32', periode);
      expect(lue).toMatchObject({ valeur: region, demonstration: false, calculee: false });
      expect(lue.recomposition).toEqual({
        attendus: 26,
        presents: 26,
        masques: 0,
        manquants: [],
        somme: region,
        ecart: 0,
      });
      const departements = await Promise.all(
        ['02', '59', '60', '62', '80'].map((code) => valeurDe('DEPARTEMENT', code, periode)),
      );
      expect(departements.reduce((somme, { valeur }) => somme + valeur, 0)).toBe(region);
      for (const departement of departements) {
        expect(departement).toMatchObject({ calculee: true, manquants: [] });
        expect(departement.recomposition.ecart).toBe(0);
      }
    });

    test('ligne 62 : une somme à laquelle il manque un territoire le nomme', async () => {
      const mesures = SOMME.slice(0, 3).map((code) => arrondissement(code, 100));
      expect(await publier(saisie('2031', mesures))).toMatchObject({ refus: null, publiees: 3 });
      expect(await valeurDe('DEPARTEMENT', '80', '2031')).toMatchObject({
        valeur: 300,
        calculee: true,
        manquants: [{ code: '804', maille: 'ARRONDISSEMENT' }],
        recomposition: { attendus: 4, presents: 3, manquants: [{ code: '804' }], ecart: null },
      });
      const region = await valeurDe('REGION', '32', '2031');
      expect(region.valeur).toBe(300);
      expect(region.manquants.map(({ code }: { code: string }) => code).sort()).toEqual([
        '02',
        '59',
        '60',
        '62',
        '804',
      ]);
    });
  });
}
