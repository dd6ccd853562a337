import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import type { OptionsLecture } from './lecture.js';
import { type PageDeListe, type Suite, useSuite, useTantQue } from './suite.js';

/**
 * A list read to its end, page after page, for what only makes sense whole: an order of our own,
 * a count. `enCours` lasts until the last page: what is shown is never a part taken for the whole.
 */
export function useListeEntiere<
  Donnees,
  Variables extends AnyVariables & { after?: string | null },
  Element,
>(
  document: TypedDocumentNode<Donnees, Variables>,
  variables: Variables,
  pageDe: (donnees: Donnees) => PageDeListe<Element> | null | undefined,
  options: OptionsLecture = {},
): Suite<Donnees, Element> {
  const suite = useSuite(document, variables, pageDe, options);
  const { aUneSuite, suiteEnCours, erreurDeSuite, afficherLaSuite } = suite;
  const pause = options.pause ?? false;
  useTantQue(!pause && aUneSuite && !suiteEnCours && !erreurDeSuite, afficherLaSuite);
  return { ...suite, enCours: suite.enCours || (aUneSuite && !erreurDeSuite) };
}
