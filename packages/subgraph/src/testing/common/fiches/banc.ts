import type { Identite } from '@passerelle/identity';
import { expect } from 'vitest';
import { uneAutreMaison, unResponsable } from '../../identities.js';
import { type CommonContext, codes } from '../context.js';

const FICHE = `id numero version etat visibilite titre objet statut debut fin experimental demonstration
  renvoyee ecriteParMoi vie { acte auteur motif }
  auteur budgetTotalEuros etapes { titre echeance faiteLe } budget { montantEuros source annee }
  territoires { code maille } engagement { code } evaluation { texte le } evaluationEnRetard
  issue motifIssue suite { id experimental debut prolonge { id } } prolonge { id issue }
  varianteDe { id } variantes { nodes { id territoires { code } engagement { code } } }
  versionPubliee { version } historique { nodes { version } }`;

export interface FicheLue {
  id: string;
  version: number;
  // A test looks where it wants in a fiche; what it finds is compared, never trusted.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  [field: string]: any;
}

/** Who writes in a house without publishing, with a territory of their own. */
export const REDACTEUR = {
  etat: 'sous-prefet',
  region: 'animateur-prochemploi',
  'pole-emploi': 'charge-relations-entreprises',
} as const;

/** What the tests of the fiches do again and again, on one house. */
export interface BancDeFiches {
  readonly responsable: Identite;
  /** Of the same house and role, somebody else: validates what the first one wrote. */
  readonly valideur: Identite;
  readonly autre: Identite;
  acte(
    nom: string,
    identite: Identite,
    input: object,
  ): Promise<{ fiche: FicheLue | null; refus: string | null; errors: readonly unknown[] }>;
  creer(precisions?: object, identite?: Identite): Promise<FicheLue>;
  /** Validated by the other, then published. */
  publier(fiche: Pick<FicheLue, 'id'>): Promise<FicheLue>;
  lire(identite: Identite, id: string): Promise<FicheLue | null>;
  liste(identite: Identite, filtre: string): Promise<readonly FicheLue[]>;
}

export function bancDeFiches({ partenaire, maison, subgraph }: CommonContext): BancDeFiches {
  const { suffixe } = maison;
  // A directeur territorial reaches nowhere without a territory.
  const territoire = { code: '32', maille: 'REGION' } as const;
  const responsable = { ...unResponsable(partenaire), territoire };
  const valideur = { ...responsable, sujet: `${responsable.sujet}-valideur` };
  const autre = unResponsable(uneAutreMaison(partenaire));

  async function acte(
    nom: string,
    identite: Identite,
    input: object,
  ): Promise<{ fiche: FicheLue | null; refus: string | null; errors: readonly unknown[] }> {
    const mutation = `${nom}Fiche${suffixe}`;
    const type = ['valider', 'publier', 'abandonner'].includes(nom)
      ? 'Acte'
      : nom[0]?.toUpperCase() + nom.slice(1);
    const answer = await subgraph().query(
      identite,
      `mutation ($input: ${type}Fiche${suffixe}Input!) {
         ${mutation}(input: $input) { fiche { ${FICHE} } refus { code message } } }`,
      { input },
    );
    const payload = answer.data?.[mutation];
    return {
      fiche: payload?.fiche ?? null,
      refus: payload?.refus?.code ?? null,
      errors: codes(answer),
    };
  }

  async function creer(
    precisions: object = {},
    identite: Identite = responsable,
  ): Promise<FicheLue> {
    const input = { titre: 'Une fiche d’essai', engagement: 'E07', ...precisions };
    const { fiche, refus, errors } = await acte('creer', identite, input);
    if (!fiche) throw new Error(`not created: ${refus} ${errors.join()}`);
    return fiche;
  }

  async function publier({ id }: Pick<FicheLue, 'id'>): Promise<FicheLue> {
    const validee = await acte('valider', valideur, { fiche: id });
    if (!validee.fiche) throw new Error(`not validated: ${validee.refus}`);
    const { fiche: publiee, refus } = await acte('publier', responsable, { fiche: id });
    if (!publiee) throw new Error(`not published: ${refus}`);
    return publiee;
  }

  async function lire(identite: Identite, id: string): Promise<FicheLue | null> {
    const { data, errors } = await subgraph().query(
      identite,
      `query ($id: ID!) { fiche: ficheAction${suffixe}(id: $id) { ${FICHE} } }`,
      { id },
    );
    expect(errors).toEqual([]);
    return data.fiche;
  }

  async function liste(identite: Identite, filtre: string): Promise<readonly FicheLue[]> {
    const { data, errors } = await subgraph().query(
      identite,
      `{ fiches: fichesAction${suffixe}(first: 100${filtre}) { nodes { ${FICHE} } } }`,
    );
    expect(errors).toEqual([]);
    return data.fiches.nodes;
  }

  return { responsable, valideur, autre, acte, creer, publier, lire, liste };
}
