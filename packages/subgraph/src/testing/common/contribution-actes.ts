import { expect } from 'vitest';
import type { GraphqlAnswer } from '../test-subgraph.js';
import type { CommonContext } from './context.js';

const CHAMPS = 'id version avancement meteo commentaire preuve auteur etat visibilite publieLe';

/** Acts and reads of one house's contribution, in its own words. */
export function contributionActs({ maison, subgraph }: CommonContext) {
  const field = `contribution${maison.suffixe}`;
  const act =
    (verbe: 'modifier' | 'valider' | 'publier' | 'abandonner', input: string) =>
    async (
      identite: Parameters<ReturnType<typeof subgraph>['query']>[0],
      values: object,
    ): Promise<GraphqlAnswer & { contribution: Noeud | null; refus: { code: string } | null }> => {
      const name = `${verbe}Contribution${maison.suffixe}`;
      const answer = await subgraph().query(
        identite,
        `mutation ($input: ${input}!) { ${name}(input: $input) {
           contribution { ${CHAMPS} } refus { code message } } }`,
        { input: values },
      );
      const payload = answer.data?.[name];
      return {
        ...answer,
        contribution: payload?.contribution ?? null,
        refus: payload?.refus ?? null,
      };
    };
  const acte = `ActeContribution${maison.suffixe}Input`;
  return {
    modifier: act('modifier', `ModifierContribution${maison.suffixe}Input`),
    valider: act('valider', acte),
    publier: act('publier', acte),
    abandonner: act('abandonner', acte),
    async lire(
      identite: Parameters<ReturnType<typeof subgraph>['query']>[0],
      engagement: string,
    ): Promise<(Noeud & { versionPubliee: Noeud | null; historique: { nodes: Noeud[] } }) | null> {
      const { data, errors } = await subgraph().query(
        identite,
        `query ($code: ID!) { engagement(code: $code) { ${field} {
           ${CHAMPS} versionPubliee { ${CHAMPS} } historique(first: 100) { nodes { ${CHAMPS} } } } } }`,
        { code: engagement },
      );
      expect(errors).toEqual([]);
      return data.engagement[field];
    },
  };
}

interface Noeud {
  id: string;
  version: number;
  avancement: number;
  etat: string;
  visibilite: string;
  commentaire: string | null;
  preuve: string | null;
  auteur: string;
}
