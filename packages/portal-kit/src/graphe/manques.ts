import { estPartenaire, PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import { CombinedError, type OperationResult } from '@urql/core';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { type ErreurLisible, erreurLisible } from './erreur-lisible.js';

/** A place of an answer left empty because a partner's reading failed. */
export interface Manque {
  partenaire: Partenaire;
  /** Where, in the words of the query: `['engagements', 6, 'contributionRegion']`. */
  chemin: readonly (string | number)[];
  /** The partner itself is away: the page reads again by itself when it is back. */
  absent: boolean;
  erreur: ErreurLisible;
}

type ErreurDuGraphe = CombinedError['graphQLErrors'][number];

function manqueDe(erreur: ErreurDuGraphe): Manque | null {
  const { partenaire } = erreur.extensions;
  if (typeof partenaire !== 'string' || !estPartenaire(partenaire)) return null;
  const lisible = erreurLisible(new CombinedError({ graphQLErrors: [erreur] }));
  const absent = lisible.code === 'PARTENAIRE_INDISPONIBLE';
  return {
    partenaire,
    chemin: erreur.path ?? [],
    absent,
    erreur: absent
      ? lisible
      : {
          ...lisible,
          titre: `${phrasesPartenaire(partenaire).sujet} n’a pas pu répondre`,
          message: 'Sa réponse n’a pas pu être lue. Le reste de la page est à jour.',
          reessayable: true,
        },
  };
}

// By operation: the cache gives the data again without the errors that came with it.
const connus = new Map<number, readonly Manque[]>();
const AUCUN: readonly Manque[] = [];

/** What the last answer to this operation left out; the same array until the next answer. */
export function manquesDe(operation: { key: number } | undefined): readonly Manque[] {
  return (operation && connus.get(operation.key)) ?? AUCUN;
}

/** When each house last answered its part of an operation. */
export type InstantsDeLecture = Readonly<Partial<Record<Partenaire, Date>>>;

const instants = new Map<number, InstantsDeLecture>();
const JAMAIS_LUE: InstantsDeLecture = {};

/** The same object until the next answer. */
export function instantsDe(operation: { key: number } | undefined): InstantsDeLecture {
  return (operation && instants.get(operation.key)) ?? JAMAIS_LUE;
}

function noterLInstant(key: number, manques: readonly Manque[]): void {
  const le = new Date();
  const lues = PARTENAIRES.filter(
    (partenaire) => !manques.some((manque) => manque.partenaire === partenaire),
  );
  instants.set(key, {
    ...instants.get(key),
    ...Object.fromEntries(lues.map((partenaire) => [partenaire, le])),
  });
}

/**
 * What a partner did not answer, taken out of a result that is otherwise good and kept beside it.
 *
 * The graph answers in part: its error for a missing partner stands beside the others' data. The
 * cache must take that `null` as a value: seen as a hole, it would ask again on every reading,
 * and two queries sharing an engagement would wake each other for ever.
 */
export function separerManques(resultat: OperationResult): OperationResult {
  const { data, error, operation } = resultat;
  // An act that a partner did not do is not a hole in the page: its author must hear of it.
  if (operation.kind !== 'query') return resultat;
  const entiere = !error || data === null || data === undefined || error.networkError;
  const manques = entiere
    ? []
    : error.graphQLErrors.map(manqueDe).filter((manque) => manque !== null);
  if (data !== null && data !== undefined) noterLInstant(operation.key, manques);
  if (manques.length === 0) {
    connus.delete(operation.key);
    return resultat;
  }
  connus.set(operation.key, manques);
  const autres = error?.graphQLErrors.filter((erreur) => manqueDe(erreur) === null) ?? [];
  return {
    ...resultat,
    error:
      autres.length === 0
        ? undefined
        : new CombinedError({ graphQLErrors: autres, response: error?.response }),
  };
}

/** Whether what stands at this place was left out: it, what holds it, or what it holds. */
export function manqueEn(
  manques: readonly Manque[],
  partenaire: Partenaire,
  lieu: readonly (string | number)[],
): Manque | null {
  return (
    manques.find((manque) => {
      const commun = Math.min(manque.chemin.length, lieu.length);
      return (
        manque.partenaire === partenaire &&
        lieu.slice(0, commun).every((cle, rang) => cle === manque.chemin[rang])
      );
    }) ?? null
  );
}

/** The failure that left a whole field of the query without an answer, when there is one. */
export function manqueEntier(manques: readonly Manque[], donnees: unknown): Manque | null {
  if (typeof donnees !== 'object' || donnees === null) return null;
  return (
    manques.find(({ chemin: [premier] }) => {
      return typeof premier === 'string' && Reflect.get(donnees, premier) === null;
    }) ?? null
  );
}
