import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useClient } from 'urql';
import { lireListeEntiere } from '../listes/lire-liste-entiere.js';
import type { ListeEntiereLue, SuiviDeLecture } from '../listes/liste-entiere-lue.js';
import { type ErreurLisible, erreurLisible } from './erreur-lisible.js';
import { type Lecture, type OptionsLecture, useLecture } from './lecture.js';
import { manquesDe } from './manques.js';

/** A page of a list, as every connection of the graph gives it. */
export interface PageDeListe<Element> {
  nodes: readonly Element[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export interface Suite<Donnees, Element> extends Lecture<Donnees> {
  elements: readonly Element[];
  aUneSuite: boolean;
  suiteEnCours: boolean;
  erreurDeSuite: ErreurLisible | null;
  afficherLaSuite: () => void;
  /** The whole list read anew, for a file: what the page shows of it does not move. */
  toutLire: (suivi?: SuiviDeLecture) => Promise<ListeEntiereLue<Element>>;
}

function pagesNotees(cle: string): number {
  const etat: unknown = history.state;
  const suite: unknown = typeof etat === 'object' && etat ? Reflect.get(etat, 'suite') : null;
  if (typeof suite !== 'object' || suite === null || Reflect.get(suite, 'cle') !== cle) return 0;
  const pages: unknown = Reflect.get(suite, 'pages');
  return typeof pages === 'number' ? pages : 0;
}

function noterPages(cle: string, pages: number): void {
  const etat: unknown = history.state;
  history.replaceState({ ...(typeof etat === 'object' ? etat : {}), suite: { cle, pages } }, '');
}

/** Asks for more each time there is more to ask. */
export function useTantQue(demande: boolean, demander: () => void): void {
  const evenement = useEffectEvent(demander);
  useEffect(() => {
    if (demande) evenement();
  }, [demande]);
}

/**
 * A list read page by page. Changing the variables starts again at the first page; the pages
 * already shown stay when the first one is read again.
 *
 * @param pageDe - picks the page in the data as it is; building a new object would never settle
 */
export function useSuite<
  Donnees,
  Variables extends AnyVariables & { after?: string | null },
  Element,
>(
  document: TypedDocumentNode<Donnees, Variables>,
  variables: Variables,
  pageDe: (donnees: Donnees) => PageDeListe<Element> | null | undefined,
  options: OptionsLecture = {},
): Suite<Donnees, Element> {
  const client = useClient();
  const lecture = useLecture(document, variables, options);
  const cle = JSON.stringify(variables);
  const [suites, setSuites] = useState<{ cle: string; pages: readonly PageDeListe<Element>[] }>({
    cle,
    pages: [],
  });
  const [enCours, setEnCours] = useState(false);
  const [erreurDeSuite, setErreur] = useState<ErreurLisible | null>(null);
  const courante = useRef(cle);
  useEffect(() => {
    courante.current = cle;
  }, [cle]);

  const premiere = lecture.donnees === undefined ? null : pageDe(lecture.donnees);
  // While another list is on its way the previous one stays in sight: nothing jumps.
  const [precedente, setPrecedente] = useState<PageDeListe<Element> | null>(null);
  if (premiere && premiere !== precedente) setPrecedente(premiere);
  const enAttente = lecture.enCours && precedente !== null;
  const pages = suites.cle === cle ? suites.pages : [];
  const derniere = pages.at(-1) ?? premiere;

  const lireLaSuite = async (): Promise<void> => {
    const curseur = derniere?.pageInfo.endCursor;
    if (enCours || !derniere?.pageInfo.hasNextPage || !curseur) return;
    setEnCours(true);
    setErreur(null);
    const resultat = await client
      .query(document, { ...variables, after: curseur }, { requestPolicy: 'network-only' })
      .toPromise();
    setEnCours(false);
    // The reader changed the filters meanwhile: this page belongs to another list.
    if (courante.current !== cle) return;
    const page = resultat.data ? pageDe(resultat.data) : null;
    if (page) {
      setSuites({ cle, pages: [...pages, page] });
      noterPages(cle, pages.length + 1);
    } else setErreur(manquesDe(resultat.operation)[0]?.erreur ?? erreurLisible(resultat.error));
  };

  // Whoever comes back to this page of the history finds as many rows as they left.
  const [depart] = useState(() => ({ cle, pages: pagesNotees(cle) }));
  const reprend = depart.cle === cle && pages.length < depart.pages && erreurDeSuite === null;
  const encore = derniere?.pageInfo.hasNextPage ?? false;
  useTantQue(reprend && encore && !enCours, () => void lireLaSuite());

  return {
    ...lecture,
    enCours: lecture.enCours && !enAttente,
    elements: [enAttente ? precedente : premiere, ...pages].flatMap((page) => page?.nodes ?? []),
    aUneSuite: encore,
    suiteEnCours: enCours,
    erreurDeSuite,
    afficherLaSuite: () => void lireLaSuite(),
    toutLire: (suivi) => lireListeEntiere(client, document, variables, pageDe, suivi),
  };
}
