import { describe, expect, test } from 'vitest';
import { toutesLesIdentites } from '../../identities.js';
import type { CommonContext } from '../context.js';
import { bancIndicateurs, type Lu, SOMME } from './banc.js';

/** Breakdowns, and small counts that nobody reads. */
export function describeMasquage(context: CommonContext): void {
  const { subgraph } = context;
  const { suffixe, effectif, publier, valeurDe, arrondissement, parSexe, saisie } =
    bancIndicateurs(context);

  describe('ventilations et petits effectifs', () => {
    test('ligne 17 : les ventilations publiées par sexe, âge et zone se lisent, chacune fait le total', async () => {
      const { ventilations, valeur } = await valeurDe('REGION', '32', effectif.periode);
      const parDimension = Map.groupBy(ventilations, (une: Lu) => une.dimension);
      expect(parDimension.size).toBeGreaterThan(1);
      for (const rangee of parDimension.values()) {
        expect(rangee.reduce((somme: number, une: Lu) => somme + une.valeur, 0)).toBe(valeur);
      }
    });

    test('ligne 17 : une case sous 11 est masquée, et une autre avec elle ; personne ne lit la valeur exacte', async () => {
      const mesures = [
        ...parSexe('801', 7, 60),
        ...parSexe('802', 300, 340),
        ...parSexe('803', 40, 50),
        ...parSexe('804', 90, 95),
      ];
      expect(await publier(saisie('2032', mesures))).toMatchObject({ refus: null });
      const lues = await Promise.all(SOMME.map((code) => valeurDe('ARRONDISSEMENT', code, '2032')));
      expect(lues.map(({ valeur, masque }) => [valeur, masque])).toEqual([
        [67, false],
        [640, false],
        [90, false],
        [185, false],
      ]);
      const masquees = lues.map(({ ventilations }) =>
        ventilations.every(({ masque, valeur }: Lu) => masque && valeur === null),
      );
      expect(masquees).toEqual([true, false, true, false]);

      await publier(
        saisie(
          '2033',
          SOMME.map((code, rang) => arrondissement(code, 5 + 40 * rang)),
        ),
      );
      const totaux = await Promise.all(
        SOMME.map((code) => valeurDe('ARRONDISSEMENT', code, '2033')),
      );
      expect(totaux.map(({ valeur }) => valeur)).toEqual([null, null, 85, 125]);
      const somme = await valeurDe('DEPARTEMENT', '80', '2033');
      expect(somme).toMatchObject({
        valeur: 260,
        recomposition: { masques: 2, somme: 210, ecart: null },
      });

      for (const identite of toutesLesIdentites()) {
        const { data } = await subgraph().query(
          identite,
          `query ($t: CleTerritoire!) { indicateur: indicateur${suffixe}(code: "${effectif.code}") {
             serie(territoire: $t, first: 50) { nodes { periode valeur masque } } } }`,
          { t: { code: '801', maille: 'ARRONDISSEMENT' } },
        );
        const lu = data?.indicateur?.serie?.nodes?.find((n: Lu) => n.periode === '2033');
        expect(lu, identite.sujet).toEqual({ periode: '2033', valeur: null, masque: true });
      }
      // As the service's own role, without a viewer: not even a row.
      expect(await subgraph().database.sql('SELECT * FROM mesure')).toEqual([]);
      expect(await subgraph().database.sql('SELECT * FROM mesure_publiee')).toEqual([]);
    });

    test('ligne 17 : une correction garde caché ce qui l’était, et ne le dit pas par différence', async () => {
      const tableau = (f801: number) => [
        ...parSexe('801', f801, 60),
        ...parSexe('802', 300, 340),
        ...parSexe('803', 40, 50),
        ...parSexe('804', 90, 95),
      ];
      const caches = async (periode: string): Promise<boolean[]> => {
        const lues = await Promise.all(
          SOMME.map((code) => valeurDe('ARRONDISSEMENT', code, periode)),
        );
        return lues.map(({ ventilations }) => ventilations.every(({ masque }: Lu) => masque));
      };
      await publier(saisie('2042', tableau(7)));
      expect(await caches('2042')).toEqual([true, false, true, false]);
      // Above the threshold now: shown, it would tell by how much, and its companion with it.
      await publier(saisie('2042', tableau(70)));
      expect(await caches('2042')).toEqual([true, false, true, false]);

      await publier(saisie('2043', tableau(70)));
      expect(await caches('2043')).toEqual([false, false, false, false]);
      // Nothing else moves, and the others are known from before: only their sums can be hidden.
      await publier(saisie('2043', parSexe('801', 7, 61)));
      expect((await caches('2043'))[0]).toBe(true);
      for (const [maille, code] of [
        ['DEPARTEMENT', '80'],
        ['REGION', '32'],
      ] as const) {
        const { ventilations } = await valeurDe(maille, code, '2043');
        expect(ventilations.every(({ masque }: Lu) => masque)).toBe(true);
      }
      expect(await subgraph().database.sql('SELECT * FROM mesure_version')).toEqual([]);
    });

    test('ligne 17 : un effectif ne se publie pas pour deux périodes emboîtées', async () => {
      await publier(saisie('2044-T1', [arrondissement('801', 120)]));
      const resultat = await publier(saisie('2044', [arrondissement('801', 500)]));
      expect(resultat).toMatchObject({ publiees: 0, refus: { code: 'MESURES_INVALIDES' } });
      expect(resultat.erreurs).toMatchObject([{ ligne: 1, code: 'PERIODE_EMBOITEE' }]);
      expect(await publier(saisie('2044-T2', [arrondissement('801', 130)]))).toMatchObject({
        refus: null,
      });
    });
  });
}
