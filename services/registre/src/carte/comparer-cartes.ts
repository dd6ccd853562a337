import { isDeepStrictEqual } from 'node:util';
import { ownerOf } from '@passerelle/composition';
import type { CarteVivante } from '../canal-vivant.js';

type Contenu = Pick<CarteVivante, 'carte' | 'hotes' | 'responsables'>;

/** What would change, and for whom: without one of them it is not applied. */
export interface Comparaison {
  /** French sentences. */
  readonly changements: readonly string[];
  /** Partners whose agreement it takes, the requester's included when it is one. */
  readonly concernes: readonly string[];
  /** Partners of whose own something would change: an emergency is one's own only. */
  readonly touches: readonly string[];
}

interface Changement {
  readonly phrase: string;
  readonly concernes: readonly string[];
  readonly touches: readonly string[];
}

/**
 * A type concerns who loses it and who gains it; what all share (names, common text, values, root
 * fields, hosts that receive everyone's requests) concerns all; holders, their own house.
 */
export function comparerCartes(avant: Contenu, apres: Contenu): Comparaison {
  const tous = Object.keys({ ...avant.carte.partenaires, ...apres.carte.partenaires });
  const changements = [
    ...partenaires(avant, apres, tous),
    ...types(avant, apres),
    ...valeurs(avant, apres, tous),
    ...communs(avant, apres, tous),
    ...accords(avant, apres, tous),
    ...hotes(avant, apres, tous),
    ...responsables(avant, apres),
  ];
  const concernes = new Set(changements.flatMap((each) => each.concernes));
  return {
    changements: changements.map(({ phrase }) => phrase),
    // Who is not there yet can't sign: joining is agreed by those who are.
    concernes: Object.keys(avant.carte.partenaires).filter((each) => concernes.has(each)),
    touches: [...new Set(changements.flatMap((each) => each.touches))],
  };
}

/** Shared values whose form changes. */
export function valeursChangees(avant: Contenu, apres: Contenu): ReadonlySet<string> {
  const changees = differences(avant.carte.valeursPartagees, apres.carte.valeursPartagees);
  return new Set(changees.map(({ cle }) => cle));
}

function partenaires(avant: Contenu, apres: Contenu, tous: readonly string[]): Changement[] {
  return differences(avant.carte.partenaires, apres.carte.partenaires).map(({ cle, de, a }) => ({
    phrase:
      de === undefined
        ? `« ${cle} » devient partenaire, avec le suffixe « ${a?.suffixe} ».`
        : a === undefined
          ? `« ${cle} » n’est plus partenaire.`
          : `Le suffixe de « ${cle} » passe de « ${de.suffixe} » à « ${a.suffixe} ».`,
    // A suffix reserves names that nobody else may use.
    concernes: tous,
    touches: tous,
  }));
}

function types(avant: Contenu, apres: Contenu): Changement[] {
  return differences(avant.carte.types, apres.carte.types).map(({ cle, de, a }) => {
    const phrase =
      de === undefined
        ? `« ${cle} » est attribué à « ${a?.partenaire} ».`
        : a === undefined
          ? `« ${cle} » n’est plus attribué à « ${de.partenaire} ».`
          : de.partenaire !== a.partenaire
            ? `« ${cle} » passe de « ${de.partenaire} » à « ${a.partenaire} ».`
            : `La nature ou les clés de « ${cle} » (${a.partenaire}) changent.`;
    const concernes = [de, a].flatMap((each) => each?.partenaire ?? []);
    return { phrase, concernes, touches: concernes };
  });
}

function valeurs(avant: Contenu, apres: Contenu, tous: readonly string[]): Changement[] {
  return differences(avant.carte.valeursPartagees, apres.carte.valeursPartagees).map(
    ({ cle, de, a }) => ({
      phrase:
        de === undefined
          ? `« ${cle} » devient une valeur partagée.`
          : a === undefined
            ? `« ${cle} » n’est plus une valeur partagée.`
            : `La forme de la valeur partagée « ${cle} » change.`,
      concernes: tous,
      touches: tous,
    }),
  );
}

function communs(avant: Contenu, apres: Contenu, tous: readonly string[]): Changement[] {
  const textes = differences(avant.carte.textesCommuns, apres.carte.textesCommuns).map((each) => ({
    ...each,
    phrase:
      each.de === undefined
        ? `« ${each.cle} » entre dans le texte commun, original de « ${each.a} ».`
        : each.a === undefined
          ? `« ${each.cle} » sort du texte commun.`
          : `L’original du texte commun « ${each.cle} » passe de « ${each.de} » à « ${each.a} ».`,
  }));
  const racines = differences(avant.carte.racines, apres.carte.racines).map((each) => ({
    ...each,
    phrase:
      each.de === undefined
        ? `Le champ racine « ${each.cle} » est attribué à « ${each.a} ».`
        : each.a === undefined
          ? `Le champ racine « ${each.cle} » n’est plus à « ${each.de} ».`
          : `Le champ racine « ${each.cle} » passe de « ${each.de} » à « ${each.a} ».`,
  }));
  return [...textes, ...racines].map(({ cle, de, a, phrase }) => ({
    phrase,
    concernes: tous,
    // One that is in nobody's list may be somebody's by its name.
    touches: [de, a, ownerOf(avant.carte, cle)].filter((each) => each !== undefined),
  }));
}

function accords(avant: Contenu, apres: Contenu, tous: readonly string[]): Changement[] {
  const parCle = (proposition: Contenu) =>
    Object.fromEntries(
      proposition.carte.accords.map((each) => [
        `@${each.nature.toLowerCase()} sur « ${each.coordonnee} » pour « ${each.beneficiaire} »`,
        each,
      ]),
    );
  return differences(parCle(avant), parCle(apres)).map(({ cle, de, a }) => {
    const accord = de ?? a;
    // Whoever owns it today gives; whoever benefits from it loses when it goes.
    const proprietaire =
      accord &&
      (ownerOf(avant.carte, accord.coordonnee) ?? ownerOf(apres.carte, accord.coordonnee));
    const concernes = [proprietaire, accord?.beneficiaire].filter((each) => each !== undefined);
    return {
      phrase: de === undefined ? `Accord donné : ${cle}.` : `Accord retiré : ${cle}.`,
      // What is nobody's alone, all give.
      concernes: proprietaire === undefined ? tous : concernes,
      touches: proprietaire === undefined ? tous : concernes,
    };
  });
}

function hotes(avant: Contenu, apres: Contenu, tous: readonly string[]): Changement[] {
  return differences(avant.hotes, apres.hotes).map(({ cle, a }) => ({
    phrase: `Les hôtes de « ${cle} » deviennent : ${a?.join(', ') || 'aucun'}.`,
    concernes: tous,
    touches: [cle],
  }));
}

function responsables(avant: Contenu, apres: Contenu): Changement[] {
  return differences(avant.responsables, apres.responsables).map(({ cle, a }) => ({
    phrase:
      a === undefined
        ? `« ${cle} » n’a plus ni titulaire ni suppléant.`
        : `Les responsables de « ${cle} » deviennent ${a.titulaire}, suppléance ${a.suppleant}.`,
    concernes: [cle],
    touches: [cle],
  }));
}

function differences<T>(
  avant: Readonly<Record<string, T>>,
  apres: Readonly<Record<string, T>>,
): { cle: string; de: T | undefined; a: T | undefined }[] {
  const cles = [...new Set([...Object.keys(avant), ...Object.keys(apres)])].sort((a, b) =>
    a < b ? -1 : 1,
  );
  return cles.flatMap((cle) => {
    const de = Object.hasOwn(avant, cle) ? avant[cle] : undefined;
    const a = Object.hasOwn(apres, cle) ? apres[cle] : undefined;
    return isDeepStrictEqual(de, a) ? [] : [{ cle, de, a }];
  });
}
