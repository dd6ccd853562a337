import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core';
import { erreurLisible, LectureManquante } from '../graphe/erreur-lisible.js';
import { manquesDe } from '../graphe/manques.js';
import type { PageDeListe } from '../graphe/suite.js';
import { lireToutesLesPages } from './lire-toutes-les-pages.js';
import type { ListeEntiereLue, SuiviDeLecture } from './liste-entiere-lue.js';

/** The largest page that the graph gives, for the questions that say how many they want. */
const PAR_PAGE = 100;

/**
 * Everything that a question of a list answers, read anew: what its filters keep, whatever the
 * page shows of it.
 *
 * @throws LectureManquante when a page of it did not come
 */
export function lireListeEntiere<
  Donnees,
  Variables extends AnyVariables & { after?: string | null },
  Element,
>(
  client: Client,
  document: TypedDocumentNode<Donnees, Variables>,
  variables: Variables,
  pageDe: (donnees: Donnees) => PageDeListe<Element> | null | undefined,
  suivi?: SuiviDeLecture,
): Promise<ListeEntiereLue<Element>> {
  const communes = { ...variables, ...('first' in variables && { first: PAR_PAGE }) };
  return lireToutesLesPages(async (after) => {
    const resultat = await client
      .query(document, { ...communes, after }, { requestPolicy: 'network-only' })
      .toPromise();
    const manques = manquesDe(resultat.operation);
    const page = resultat.data ? pageDe(resultat.data) : null;
    if (!page) throw new LectureManquante(manques[0]?.erreur ?? erreurLisible(resultat.error));
    return { nodes: page.nodes, pageInfo: page.pageInfo, manques };
  }, suivi);
}
