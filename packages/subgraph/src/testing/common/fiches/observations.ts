import type { Identite } from '@passerelle/identity';
import { describe, expect, test } from 'vitest';
import { MAISONS } from '../../../vocabulaire/maison.js';
import { unAgent, uneAutreMaison, unIntegrateur } from '../../identities.js';
import { type CommonContext, codes } from '../context.js';
import { bancDeFiches, type FicheLue, REDACTEUR } from './banc.js';

export function describeObservations(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { suffixe } = maison;
  const { responsable, valideur, autre, creer, publier } = bancDeFiches(context);

  describe('observations', () => {
    const chez = uneAutreMaison(partenaire);
    const cible = `${chez}:fiche-1`;

    async function observations(identite: Identite, fiche = cible): Promise<readonly FicheLue[]> {
      const type = `FicheAction${MAISONS[chez].suffixe}`;
      const { data, errors } = await subgraph().query(
        identite,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} {
           observations${suffixe}(first: 50) { nodes { id version texte auteur demonstration
             ecriteParMoi corrigeeLe retireeLe anciensTextes { texte } } } } } }`,
        { r: [{ __typename: type, id: fiche }] },
      );
      expect(errors).toEqual([]);
      return data._entities[0]?.[`observations${suffixe}`].nodes ?? [];
    }

    async function observer(identite: Identite, input: object) {
      const answer = await subgraph().query(
        identite,
        `mutation ($input: Observer${suffixe}Input!) { acte: observer${suffixe}(input: $input) {
           observation { id texte auteur } refus { code } } }`,
        { input },
      );
      return { ...answer.data?.acte, errors: codes(answer) };
    }

    async function agir(
      nom: 'corriger' | 'retirer',
      identite: Identite,
      input: object,
    ): Promise<{ observation: FicheLue | null; refus: string | null }> {
      const type = nom === 'corriger' ? 'Corriger' : 'Retirer';
      const { data } = await subgraph().query(
        identite,
        `mutation ($input: ${type}Observation${suffixe}Input!) {
           acte: ${nom}Observation${suffixe}(input: $input) {
             observation { id version texte retireeLe } refus { code } } }`,
        { input },
      );
      return {
        observation: data.acte.observation ?? null,
        refus: data.acte.refus?.code ?? null,
      };
    }

    const collegue = unAgent(partenaire, REDACTEUR[partenaire]);

    test('une maison observe la fiche d’une autre dans sa propre base ; l’auteur la retire, elle reste lisible et marquée', async () => {
      const texte = 'Prévoir un point avec la sous-préfecture.';
      const { observation } = await observer(responsable, { fiche: cible, texte });
      expect(observation.id).toMatch(new RegExp(`^${partenaire}:observation-\\d+$`));
      expect((await observations(autre))[0]).toMatchObject({
        texte,
        id: observation.id,
        version: 1,
        ecriteParMoi: false,
        corrigeeLe: null,
        retireeLe: null,
        anciensTextes: [],
      });
      expect((await observations(responsable))[0]).toMatchObject({ ecriteParMoi: true });
      expect(await observations(unIntegrateur())).toEqual([]);

      const retrait = { observation: observation.id };
      expect((await agir('retirer', collegue, retrait)).refus).toBe('OBSERVATION_INCONNUE');
      const retiree = await agir('retirer', responsable, retrait);
      expect(retiree).toMatchObject({ refus: null, observation: { id: observation.id } });
      expect((await agir('retirer', responsable, retrait)).refus).toBe('OBSERVATION_INCONNUE');
      expect((await observations(autre))[0]).toMatchObject({
        id: observation.id,
        texte,
        retireeLe: expect.any(String),
      });
      const corrigee = { ...retrait, texte: 'Trop tard.' };
      expect((await agir('corriger', responsable, corrigee)).refus).toBe('OBSERVATION_INCONNUE');
    });

    test('l’auteur corrige son observation : l’ancien texte reste, deux corrections à la fois se voient', async () => {
      const { observation } = await observer(responsable, { fiche: cible, texte: 'Premier.' });
      const correction = {
        observation: observation.id,
        texte: 'Deuxième.',
        versionAttendue: 1,
        cleIdempotence: `correction-${partenaire}-1`,
      };
      expect((await agir('corriger', collegue, correction)).refus).toBe('OBSERVATION_INCONNUE');
      for (let fois = 0; fois < 2; fois += 1) {
        expect((await agir('corriger', responsable, correction)).observation).toMatchObject({
          version: 2,
          texte: 'Deuxième.',
        });
      }
      expect((await agir('corriger', responsable, { ...correction, texte: 'Autre.' })).refus).toBe(
        'CLE_IDEMPOTENCE_REUTILISEE',
      );
      const { cleIdempotence: _, ...sansCle } = correction;
      expect(await agir('corriger', responsable, { ...sansCle, texte: 'Autre.' })).toMatchObject({
        refus: 'VERSION_DEPASSEE',
        observation: { version: 2, texte: 'Deuxième.' },
      });
      await agir('corriger', responsable, { observation: observation.id, texte: 'Troisième.' });
      expect((await observations(autre))[0]).toMatchObject({
        texte: 'Troisième.',
        corrigeeLe: expect.any(String),
        anciensTextes: [{ texte: 'Deuxième.' }, { texte: 'Premier.' }],
      });
    });

    test('la maison de la fiche répond à l’observation d’une autre ; une nouvelle réponse remplace la première', async () => {
      const fiche = await publier(await creer());
      const observation = `${chez}:observation-1`;
      const repondre = async (identite: Identite, input: object) => {
        const answer = await subgraph().query(
          identite,
          `mutation ($input: RepondreObservation${suffixe}Input!) {
             acte: repondreObservation${suffixe}(input: $input) {
               reponse { observation texte auteur } refus { code } } }`,
          { input },
        );
        return { ...answer.data?.acte, errors: codes(answer) };
      };
      const lues = async (identite: Identite) => {
        const { data } = await subgraph().query(
          identite,
          `query ($id: ID!) { fiche: ficheAction${suffixe}(id: $id) {
             reponses(first: 10) { nodes { observation texte } } } }`,
          { id: fiche.id },
        );
        return data.fiche?.reponses.nodes ?? [];
      };
      const input = { fiche: fiche.id, observation, texte: 'Nous le ferons.' };
      const cle = { cleIdempotence: `reponse-${partenaire}-1` };
      const answers = [
        await repondre(responsable, { ...input, ...cle }),
        await repondre(responsable, { ...input, ...cle }),
      ];
      for (const { reponse } of answers) expect(reponse.texte).toBe('Nous le ferons.');
      await repondre(valideur, { ...input, texte: 'C’est fait.' });
      expect(await lues(autre)).toEqual([{ observation, texte: 'C’est fait.' }]);

      const refusees: readonly [object, string][] = [
        [{ fiche: cible }, 'FICHE_INCONNUE'],
        [{ fiche: `${partenaire}:fiche-9999` }, 'FICHE_INCONNUE'],
        [{ observation: `${partenaire}:observation-1` }, 'OBSERVATION_INCONNUE'],
        [{ observation: 'essai' }, 'OBSERVATION_INCONNUE'],
      ];
      for (const [precisions, code] of refusees) {
        expect((await repondre(responsable, { ...input, ...precisions })).refus.code).toBe(code);
      }
      const territoire = { code: '596', maille: 'ARRONDISSEMENT' as const };
      const local = unAgent(partenaire, REDACTEUR[partenaire], { territoire });
      expect((await repondre(local, input)).refus.code).toBe('HORS_TERRITOIRE');
      expect((await repondre(autre, input)).errors).toEqual(['ACCES_REFUSE']);
    });

    test('on n’observe pas sa propre fiche, ni rien qui n’en soit pas une', async () => {
      for (const fiche of [`${partenaire}:fiche-1`, 'essai', 'mairie:fiche-1', `${chez}:fiche-0`]) {
        expect((await observer(responsable, { fiche, texte: 'Essai.' })).refus.code).toBe(
          'FICHE_INCONNUE',
        );
      }
      expect((await observer(autre, { fiche: cible, texte: 'Essai.' })).errors).toEqual([
        'ACCES_REFUSE',
      ]);
    });

    test('le même envoi sous la même clé ne s’écrit qu’une fois', async () => {
      const input = {
        fiche: cible,
        texte: 'Une seule fois.',
        cleIdempotence: `obs-${partenaire}-01`,
      };
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => observer(responsable, input)),
      );
      expect(new Set(answers.map(({ observation }) => observation.id)).size).toBe(1);
      expect((await observer(responsable, { ...input, texte: 'Autre.' })).refus.code).toBe(
        'CLE_IDEMPOTENCE_REUTILISEE',
      );
    });
  });
}
