import type { Partenaire } from '@passerelle/identity';
import { expect } from 'vitest';
import { MAISONS } from '../../../vocabulaire/maison.js';
import { uneAutreMaison, unResponsable } from '../../identities.js';
import type { CommonContext } from '../context.js';

/** A count of persons that adds up and is broken down by sex, in each house. */
export const EFFECTIF: Readonly<
  Record<Partenaire, { code: string; periode: string; region: number }>
> = {
  etat: { code: 'apprentis', periode: '2022', region: 86_000 },
  region: { code: 'entrees-prf', periode: '2022', region: 67_423 },
  'pole-emploi': { code: 'demandeurs-abc', periode: '2023-T3', region: 511_880 },
};

/** Arrondissements of the Somme: a whole département, so that its sum is complete. */
export const SOMME = ['801', '802', '803', '804'] as const;

// biome-ignore lint/suspicious/noExplicitAny: what a test finds is compared, never trusted
export type Lu = any;

/** What the tests of the indicators do again and again, on one house. */
export function bancIndicateurs({ partenaire, maison, subgraph }: CommonContext) {
  const { suffixe } = maison;
  const agent = unResponsable(partenaire);
  const effectif = EFFECTIF[partenaire];
  const autre = MAISONS[uneAutreMaison(partenaire)];

  const lire = async (document: string, variables: object = {}, identite = agent): Promise<Lu> => {
    const { data, errors } = await subgraph().query(identite, document, variables);
    expect(errors).toEqual([]);
    return data;
  };
  const publier = async (input: object, identite = agent): Promise<Lu> => {
    const data = await lire(
      `mutation ($input: PublierMesures${suffixe}Input!) {
         resultat: publierMesures${suffixe}(input: $input) {
           publiees version refus { code message } erreurs { ligne code message }
           indicateur { code } } }`,
      { input },
      identite,
    );
    return data.resultat;
  };
  const valeurDe = async (maille: string, code: string, periode: string): Promise<Lu> => {
    const [valeur] = await lire(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ValeurIndicateur${suffixe} {
         id valeur masque calculee source dateValeur demonstration version
         manquants { code maille } ventilations { dimension modalite valeur masque }
         recomposition(maille: ARRONDISSEMENT) { attendus presents masques somme ecart
           manquants { code } } } } }`,
      {
        r: [
          {
            __typename: `ValeurIndicateur${suffixe}`,
            id: `${partenaire}:${effectif.code}:${maille}:${code}:${periode}`,
          },
        ],
      },
    ).then((data) => data._entities);
    return valeur;
  };
  const arrondissement = (territoire: string, valeur: number) => ({
    maille: 'ARRONDISSEMENT',
    territoire,
    valeur,
  });
  const parSexe = (territoire: string, femmes: number, hommes: number) => [
    arrondissement(territoire, femmes + hommes),
    { ...arrondissement(territoire, femmes), dimension: 'SEXE', modalite: 'FEMMES' },
    { ...arrondissement(territoire, hommes), dimension: 'SEXE', modalite: 'HOMMES' },
  ];
  const saisie = (periode: string, mesures: readonly object[], precisions: object = {}) => ({
    indicateur: effectif.code,
    periode,
    source: 'Source de test',
    mesures,
    ...precisions,
  });

  return {
    suffixe,
    agent,
    effectif,
    autre,
    lire,
    publier,
    valeurDe,
    arrondissement,
    parSexe,
    saisie,
  };
}
