import { contributionsDemonstration } from '@passerelle/demo-data';
import { describe, expect, test } from 'vitest';
import { unAgent, uneAutreMaison, unIntegrateur, unResponsable } from '../identities.js';
import { type CommonContext, codes } from './context.js';
import { contributionActs } from './contribution-actes.js';

export function describeContributions(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { modifier, valider, publier, abandonner, lire } = contributionActs(context);
  const responsable = unResponsable(partenaire);
  const autre = unResponsable(uneAutreMaison(partenaire));
  const contenu = (engagement: string, precisions: object = {}) => ({
    engagement,
    avancement: 55,
    meteo: 'COUVERT',
    commentaire: 'Deux réunions tenues, la troisième est fixée.',
    visibilite: 'PUBLIC',
    ...precisions,
  });

  describe('contributions', () => {
    test('E07 est publiée pour tous dès le premier démarrage, avec son histoire', async () => {
      const seen = await lire(unIntegrateur(), 'E07');
      expect(seen).toMatchObject({ etat: 'PUBLIEE', visibilite: 'PUBLIC' });
      const expected = contributionsDemonstration(partenaire).find(
        ({ engagement }) => engagement === 'E07',
      );
      expect(seen?.historique.nodes).toHaveLength(
        expected?.versions.filter(({ etat }) => etat === 'PUBLIEE').length ?? 0,
      );
    });

    test('un brouillon ne se voit que dans sa maison ; publié, il entre dans l’histoire de tous', async () => {
      const avant = await lire(autre, 'E07');
      const draft = await modifier(responsable, contenu('E07'));
      expect(draft.refus).toBeNull();
      expect(draft.contribution).toMatchObject({
        etat: 'BROUILLON',
        avancement: 55,
        auteur: `${responsable.fonction}, ${responsable.organisation}`,
      });
      expect(draft.contribution?.id).toBe(`${partenaire}:E07:${draft.contribution?.version}`);

      expect(await lire(autre, 'E07')).toEqual(avant);
      expect(await lire(unIntegrateur(), 'E07')).toEqual(avant);
      const inside = await lire(unAgent(partenaire, 'dpo'), 'E07');
      expect(inside?.id).toBe(draft.contribution?.id);
      expect(inside?.versionPubliee?.id).toBe(avant?.id);

      const validated = await valider(responsable, { engagement: 'E07' });
      expect(validated.contribution).toMatchObject({ id: draft.contribution?.id, etat: 'VALIDEE' });
      expect(await lire(autre, 'E07')).toEqual(avant);

      const published = await publier(responsable, {
        engagement: 'E07',
        versionAttendue: draft.contribution?.version,
      });
      expect(published.contribution).toMatchObject({ id: draft.contribution?.id, etat: 'PUBLIEE' });
      for (const lecteur of [autre, unIntegrateur(), unAgent(null, 'partenaire-social')]) {
        const seen = await lire(lecteur, 'E07');
        expect(seen?.id).toBe(draft.contribution?.id);
        expect(seen?.versionPubliee?.id).toBe(draft.contribution?.id);
        expect(seen?.historique.nodes[0]?.id).toBe(draft.contribution?.id);
      }
    });

    test('la visibilité décide qui voit : maison, partenaires, tous', async () => {
      const sees = async (visibilite: string): Promise<[boolean, boolean, boolean]> => {
        const draft = await modifier(responsable, contenu('E08', { visibilite }));
        await valider(responsable, { engagement: 'E08' });
        await publier(responsable, { engagement: 'E08' });
        const id = draft.contribution?.id;
        const seen = async (lecteur: typeof autre) => (await lire(lecteur, 'E08'))?.id === id;
        return [await seen(responsable), await seen(autre), await seen(unIntegrateur())];
      };
      expect(await sees('MAISON')).toEqual([true, false, false]);
      expect(await sees('PARTENAIRES')).toEqual([true, true, false]);
      expect(await sees('PUBLIC')).toEqual([true, true, true]);
    });

    test('les actes hors de leur ordre sont refusés dans la réponse, et rien ne change', async () => {
      const target = { engagement: 'E09' };
      const draft = await modifier(responsable, contenu('E09'));
      const version = draft.contribution?.version ?? 0;
      const early = await publier(responsable, target);
      expect(early).toMatchObject({ errors: [], contribution: null });
      expect(early.refus?.code).toBe('TRANSITION_REFUSEE');
      const late = await modifier(responsable, contenu('E09', { versionAttendue: version - 1 }));
      expect(late.refus?.code).toBe('VERSION_DEPASSEE');
      await valider(responsable, target);
      expect((await valider(responsable, target)).refus?.code).toBe('TRANSITION_REFUSEE');
      await publier(responsable, target);
      expect((await valider(responsable, target)).refus?.code).toBe('RIEN_A_VALIDER');
      expect((await publier(responsable, target)).refus?.code).toBe('RIEN_A_PUBLIER');
      expect((await abandonner(responsable, target)).refus?.code).toBe('RIEN_A_ABANDONNER');
      expect(await lire(responsable, 'E09')).toMatchObject({ version, etat: 'PUBLIEE' });
    });

    test('un brouillon abandonné laisse voir ce qui était publié, et son numéro ne resservira pas', async () => {
      const avant = await lire(responsable, 'E07');
      await modifier(responsable, contenu('E07', { avancement: 1 }));
      const second = await modifier(responsable, contenu('E07', { avancement: 2 }));
      const left = await abandonner(responsable, { engagement: 'E07' });
      expect(left.refus).toBeNull();
      expect(left.contribution?.id).toBe(avant?.id);
      expect((await lire(responsable, 'E07'))?.historique).toEqual(avant?.historique);
      const next = await modifier(responsable, contenu('E07'));
      expect(next.contribution?.version).toBe((second.contribution?.version ?? 0) + 1);
      await abandonner(responsable, { engagement: 'E07' });
    });

    test('le même envoi sous la même clé n’est fait qu’une fois, même envoyé dix fois ensemble', async () => {
      const cleIdempotence = 'essai-0001-cle';
      const input = contenu('E11', { cleIdempotence });
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => modifier(responsable, input)),
      );
      expect(new Set(answers.map(({ contribution }) => contribution?.id)).size).toBe(1);
      expect(answers.every(({ refus }) => refus === null)).toBe(true);

      const otherContent = await modifier(responsable, { ...input, avancement: 56 });
      expect(otherContent.refus?.code).toBe('CLE_IDEMPOTENCE_REUTILISEE');
      const otherAct = await valider(responsable, { engagement: 'E11', cleIdempotence });
      expect(otherAct.refus?.code).toBe('CLE_IDEMPOTENCE_REUTILISEE');
      const badKey = await modifier(responsable, contenu('E11', { cleIdempotence: 'a b' }));
      expect(codes(badKey)).toEqual(['CLE_IDEMPOTENCE_INVALIDE']);
    });

    test('dix agents qui écrivent ensemble sur la même version : un seul passe', async () => {
      const versionAttendue = (await lire(responsable, 'E12'))?.version ?? 0;
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          modifier(responsable, contenu('E12', { avancement: index, versionAttendue })),
        ),
      );
      expect(answers.filter(({ refus }) => refus === null)).toHaveLength(1);
      expect(answers.filter(({ refus }) => refus?.code === 'VERSION_DEPASSEE')).toHaveLength(9);
    });

    test('une mauvaise saisie a son code et sa phrase, et rien n’est écrit', async () => {
      const before = await lire(responsable, 'E13');
      const cases: readonly [object, string][] = [
        [{ avancement: 101 }, 'AVANCEMENT_INVALIDE'],
        [{ avancement: -1 }, 'AVANCEMENT_INVALIDE'],
        [{ engagement: 'E99' }, 'ENGAGEMENT_INCONNU'],
        [{ engagement: '' }, 'ENGAGEMENT_INCONNU'],
        [{ commentaire: 'a'.repeat(2001) }, 'COMMENTAIRE_TROP_LONG'],
        [{ commentaire: 'a'.repeat(900_000) }, 'COMMENTAIRE_TROP_LONG'],
        [{ commentaire: '<script>alert(1)</script>' }, 'TEXTE_AVEC_BALISES'],
        [{ commentaire: 'avant <img src=x onerror=alert(1)' }, 'TEXTE_AVEC_BALISES'],
        [{ commentaire: 'invisible \u202e texte' }, 'TEXTE_INVALIDE'],
        [{ commentaire: 'zéro \u0000' }, 'TEXTE_INVALIDE'],
        [{ preuve: 'javascript:alert(1)' }, 'PREUVE_INVALIDE'],
        [{ preuve: 'http://exemple.fr/releve' }, 'PREUVE_INVALIDE'],
        [{ preuve: 'https://agent:secret@exemple.fr/' }, 'PREUVE_INVALIDE'],
        [{ preuve: 'deux\nlignes' }, 'PREUVE_INVALIDE'],
      ];
      for (const [precisions, code] of cases) {
        const answer = await modifier(responsable, contenu('E13', precisions));
        expect(codes(answer), JSON.stringify(precisions).slice(0, 60)).toEqual([code]);
        expect(answer.errors[0]?.message).toMatch(/^[A-ZÀÉ].*\.$/u);
        expect(answer.errors[0]?.extensions).toMatchObject({
          partenaire,
          reference: expect.stringMatching(/.{8,}/),
        });
      }
      const missing = await modifier(responsable, { engagement: 'E13', meteo: 'SOLEIL' });
      expect(codes(missing)).toEqual(['BAD_USER_INPUT']);
      expect(codes(await modifier(responsable, contenu('E13', { meteo: 'GRELE' })))).toEqual([
        'BAD_USER_INPUT',
      ]);
      expect(await lire(responsable, 'E13')).toEqual(before);
    });

    test('accepte un texte simple, ses retours à la ligne, ses signes, et une adresse https', async () => {
      const commentaire = 'Moins de 5 < 10 places.\nŒuvre « commune » à 50 % – suite le 3.';
      const preuve = 'https://www.exemple.fr/releve?seance=3';
      const { contribution } = await modifier(responsable, contenu('E14', { commentaire, preuve }));
      expect(contribution).toMatchObject({ commentaire, preuve });
      await abandonner(responsable, { engagement: 'E14' });
    });

    test('chacun n’écrit que dans sa maison, selon son rôle, quelle que soit la porte', async () => {
      const refused = await modifier(autre, contenu('E15'));
      expect(codes(refused)).toEqual(['ACCES_REFUSE']);
      // A forged set of rights, signed by the gateway itself: the house still decides.
      const forged = unAgent(uneAutreMaison(partenaire), 'dpo', {
        scopes: ['protocole:lire', `${partenaire}:contribution:modifier`],
      });
      expect(codes(await modifier(forged, contenu('E15')))).toEqual(['ACCES_REFUSE']);
      expect(codes(await modifier(unAgent(partenaire, 'dpo'), contenu('E15')))).toEqual([
        'ACCES_REFUSE',
      ]);
      expect(codes(await publier(unIntegrateur(), { engagement: 'E07' }))).toEqual([
        'ACCES_REFUSE',
      ]);

      const redacteur = unAgent(
        partenaire,
        partenaire === 'etat'
          ? 'sous-prefet'
          : partenaire === 'region'
            ? 'animateur-prochemploi'
            : 'charge-relations-entreprises',
      );
      expect((await modifier(redacteur, contenu('E15'))).refus).toBeNull();
      expect(codes(await valider(redacteur, { engagement: 'E15' }))).toEqual(['ACCES_REFUSE']);
      expect((await abandonner(redacteur, { engagement: 'E15' })).refus).toBeNull();
    });

    test('deux actes dans une même requête : le second lit ce que le premier a fait', async () => {
      const { suffixe } = maison;
      const { data, errors } = await subgraph().query(
        responsable,
        `mutation ($m: ModifierContribution${suffixe}Input!, $a: ActeContribution${suffixe}Input!) {
           un: modifierContribution${suffixe}(input: $m) { contribution { etat historique { nodes { etat } } } }
           deux: validerContribution${suffixe}(input: $a) { contribution { etat historique { nodes { etat } } } }
           trois: publierContribution${suffixe}(input: $a) { contribution { etat versionPubliee { etat } } }
         }`,
        { m: contenu('E16'), a: { engagement: 'E16' } },
      );
      expect(errors).toEqual([]);
      expect(data.un.contribution.historique.nodes[0].etat).toBe('BROUILLON');
      expect(data.deux.contribution.historique.nodes[0].etat).toBe('VALIDEE');
      expect(data.trois.contribution).toMatchObject({
        etat: 'PUBLIEE',
        versionPubliee: { etat: 'PUBLIEE' },
      });
    });

    test('l’histoire se lit page par page', async () => {
      const document = `query ($first: Int, $after: String) { engagement(code: "E07") {
        contribution${maison.suffixe} { historique(first: $first, after: $after) {
          nodes { version } pageInfo { hasNextPage endCursor } } } } }`;
      const versions: number[] = [];
      let after: string | null = null;
      do {
        const { data } = await subgraph().query(responsable, document, { first: 1, after });
        const { nodes, pageInfo } = data.engagement[`contribution${maison.suffixe}`].historique;
        versions.push(nodes[0].version);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(versions).toEqual([...versions].sort((a, b) => b - a));
      expect(new Set(versions).size).toBe(versions.length);
      expect(versions).toHaveLength((await lire(responsable, 'E07'))?.historique.nodes.length ?? 0);
    });

    test('rien de ce qui est écrit ne se change ni ne s’efface, même en base', async () => {
      const { sql } = subgraph().database;
      await sql(`SELECT set_config('passerelle.systeme', 'oui', false)`);
      const everything = () =>
        sql(`SELECT (SELECT json_agg(v ORDER BY engagement, version) FROM contribution_version v),
                    (SELECT json_agg(a ORDER BY id) FROM contribution_acte a),
                    (SELECT json_agg(m ORDER BY id) FROM mouvement m)`);
      const before = await everything();
      // Row-level security hides the rows from these two; emptying is refused outright.
      await sql('UPDATE contribution_version SET avancement = 100');
      await sql('DELETE FROM contribution_acte');
      await sql('DELETE FROM mouvement');
      for (const tables of ['contribution_version, contribution_acte', 'mouvement']) {
        await expect(sql(`TRUNCATE ${tables} CASCADE`), tables).rejects.toMatchObject({
          code: '23001',
        });
      }
      expect(await everything()).toEqual(before);
      await sql(`SELECT set_config('passerelle.systeme', '', false)`);
    });
  });
}
