import { describe, expect, test } from 'vitest';
import { unIntegrateur } from '../../identities.js';
import type { CommonContext } from '../context.js';
import { bancIndicateurs, EFFECTIF, type Lu } from './banc.js';

/** Another value, from another house, beside the official one. */
export function describePropositions(context: CommonContext): void {
  const { partenaire } = context;
  const { suffixe, effectif, autre, lire } = bancIndicateurs(context);

  describe('contre-propositions', () => {
    test('propose un autre chiffre à côté de celui d’une autre maison, avec motif et méthode', async () => {
      const { code, periode } = EFFECTIF[autre.partenaire];
      const valeur = `${autre.partenaire}:${code}:REGION:32:${periode}`;
      const proposer = async (precisions: object): Promise<Lu> =>
        (
          await lire(
            `mutation ($input: ProposerMesure${suffixe}Input!) {
               resultat: proposerMesure${suffixe}(input: $input) { refus { code }
                 contreProposition { id proposee motif methode auteur version } } }`,
            {
              input: {
                valeur,
                proposee: 60_000,
                motif: 'Nos fichiers comptent une fois chaque personne.',
                methode: 'Décompte des personnes et non des entrées.',
                ...precisions,
              },
            },
          )
        ).resultat;

      expect(await proposer({ motif: 'court' })).toMatchObject({ refus: { code: 'MOTIF_REQUIS' } });
      expect(await proposer({ proposee: 3 })).toMatchObject({
        refus: { code: 'VALEUR_SOUS_LE_SEUIL' },
      });
      expect(
        await proposer({ valeur: `${partenaire}:${effectif.code}:REGION:32:2022` }),
      ).toMatchObject({ refus: { code: 'VALEUR_INCONNUE' } });
      expect(
        await proposer({ valeur: `${autre.partenaire}:${code}:REGION:99:${periode}` }),
      ).toMatchObject({ refus: { code: 'TERRITOIRE_INCONNU' } });

      const faite = await proposer({ versionAttendue: 0 });
      expect(faite).toMatchObject({ refus: null, contreProposition: { version: 1 } });
      expect(await proposer({ versionAttendue: 0, proposee: 61_000 })).toMatchObject({
        refus: { code: 'VERSION_DEPASSEE' },
        contreProposition: { proposee: 60_000 },
      });
      const document = `query ($r: [_Any!]!) { _entities(representations: $r) {
          ... on ValeurIndicateur${autre.suffixe} { id lue: contreProposition${suffixe} { id proposee } } } }`;
      const r = [{ __typename: `ValeurIndicateur${autre.suffixe}`, id: valeur }];
      expect((await lire(document, { r }))._entities).toEqual([
        { id: valeur, lue: { id: `${valeur}:1`, proposee: 60_000 } },
      ]);
      expect((await lire(document, { r }, unIntegrateur()))._entities).toEqual([
        { id: valeur, lue: null },
      ]);
    });
  });
}
