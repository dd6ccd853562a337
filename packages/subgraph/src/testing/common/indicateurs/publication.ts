import { describe, expect, test } from 'vitest';
import { toutesLesIdentites } from '../../identities.js';
import { type CommonContext, codes } from '../context.js';
import { bancIndicateurs, type Lu } from './banc.js';

/** Values typed by the house, all or none of them. */
export function describePublication(context: CommonContext): void {
  const { partenaire, subgraph } = context;
  const { suffixe, publier, valeurDe, arrondissement, parSexe, saisie } = bancIndicateurs(context);

  describe('publier des mesures', () => {
    test('publie tout ou rien, et dit chaque erreur à sa ligne', async () => {
      const mesures = [
        arrondissement('801', 120),
        arrondissement('999', 10),
        { maille: 'COMMUNE', territoire: '80021', valeur: 12 },
        arrondissement('802', 1.5),
        arrondissement('801', 121),
        { ...arrondissement('803', 5), dimension: 'SEXE', modalite: 'QPV' },
        arrondissement('804', -1),
      ];
      const resultat = await publier(saisie('2034', mesures));
      expect(resultat).toMatchObject({
        publiees: 0,
        version: 0,
        refus: { code: 'MESURES_INVALIDES' },
      });
      expect(resultat.erreurs.map(({ ligne, code }: Lu) => `${ligne} ${code}`)).toEqual([
        '2 TERRITOIRE_INCONNU',
        '3 MAILLE_TROP_FINE',
        '4 NOMBRE_ENTIER_ATTENDU',
        '5 DOUBLON',
        '6 VENTILATION_NON_PUBLIEE',
        '7 VALEUR_INVALIDE',
      ]);
      expect(await valeurDe('ARRONDISSEMENT', '801', '2034')).toBeNull();

      const trop = [...parSexe('801', 60, 60), arrondissement('802', 50)].map((mesure) =>
        mesure.valeur === 120 ? { ...mesure, valeur: 100 } : mesure,
      );
      const refuse = await publier(saisie('2034', trop));
      expect(refuse.erreurs).toMatchObject([{ code: 'VENTILATION_SUPERIEURE' }]);
    });

    test('une version dépassée est refusée, le même envoi ne compte qu’une fois', async () => {
      const cleIdempotence = `cle-${partenaire}-2035`;
      const demande = saisie('2035', [arrondissement('801', 500)], {
        versionAttendue: 0,
        cleIdempotence,
      });
      expect(await publier(demande)).toMatchObject({ version: 1, refus: null });
      expect(await publier(demande)).toMatchObject({ version: 1, refus: null });
      expect(
        await publier(saisie('2035', [arrondissement('801', 501)], { cleIdempotence })),
      ).toMatchObject({ refus: { code: 'CLE_IDEMPOTENCE_REUTILISEE' } });
      expect(
        await publier(saisie('2035', [arrondissement('801', 502)], { versionAttendue: 0 })),
      ).toMatchObject({ version: 1, refus: { code: 'VERSION_DEPASSEE' } });
      expect(await valeurDe('ARRONDISSEMENT', '801', '2035')).toMatchObject({ valeur: 500 });
    });

    test.each([
      ['INDICATEUR_INCONNU', { indicateur: 'nimporte-quoi' }],
      ['PERIODE_INVALIDE', { periode: '2023-T9' }],
      ['SOURCE_REQUISE', { source: ' ' }],
    ])('refuse sans rien changer : %s', async (code, precisions) => {
      const resultat = await publier(saisie('2036', [arrondissement('801', 50)], precisions));
      expect(resultat).toMatchObject({ publiees: 0, refus: { code } });
    });

    test('seuls ceux qui en ont le droit dans leur maison publient et proposent', async () => {
      for (const identite of toutesLesIdentites()) {
        for (const [droit, document] of [
          [
            'indicateur:publier',
            `mutation { publierMesures${suffixe}(input: { indicateur: "x", periode: "2037",
               source: "x", mesures: [] }) { refus { code } } }`,
          ],
          ['indicateur:publier', `{ lotsDeMesures${suffixe}(indicateur: "x") { lot } }`],
          [
            'indicateur:proposer',
            `mutation { proposerMesure${suffixe}(input: { valeur: "x", proposee: 1, motif: "x",
               methode: "x" }) { refus { code } } }`,
          ],
        ] as const) {
          const answer = await subgraph().query(identite, document);
          const permis =
            identite.partenaire === partenaire &&
            identite.scopes.includes(`${partenaire}:${droit}`);
          expect(codes(answer), `${identite.sujet} ${droit}`).toEqual(
            permis ? [] : ['ACCES_REFUSE'],
          );
        }
      }
    });
  });
}
