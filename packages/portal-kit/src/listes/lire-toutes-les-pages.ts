import type { Manque } from '../graphe/manques.js';
import type { PageDeListe } from '../graphe/suite.js';
import type { ListeEntiereLue, SuiviDeLecture } from './liste-entiere-lue.js';

/** Beyond, a file is no longer what a reader opens; and nothing grows with the data set. */
export const ELEMENTS_MAX = 10_000;

interface PageAvecManques<Element> extends PageDeListe<Element> {
  manques?: readonly Manque[];
}

/**
 * Reads a list to its end, one page after the other; stops, and says so, at `ELEMENTS_MAX`.
 *
 * @throws what the reading of a page throws, and the reason of the signal once no one waits
 */
export async function lireToutesLesPages<Element>(
  lirePage: (after: string | null) => Promise<PageAvecManques<Element>>,
  suivi?: SuiviDeLecture,
): Promise<ListeEntiereLue<Element>> {
  const elements: Element[] = [];
  const manques: Manque[] = [];
  let after: string | null = null;
  for (;;) {
    suivi?.signal.throwIfAborted();
    const lue: PageAvecManques<Element> = await lirePage(after);
    manques.push(...(lue.manques ?? []).map((manque) => decaler(manque, elements.length)));
    elements.push(...lue.nodes);
    suivi?.avancer(elements.length);
    const suivant: string | null = lue.pageInfo.endCursor ?? null;
    const encore = lue.pageInfo.hasNextPage && suivant !== null && suivant !== after;
    if (!encore || elements.length >= ELEMENTS_MAX) return { elements, tronquee: encore, manques };
    after = suivant;
  }
}

/** A place of the page, as a place of the list that the page continues. */
function decaler(manque: Manque, debut: number): Manque {
  const rang = manque.chemin.indexOf('nodes') + 1;
  const dansLaPage = manque.chemin[rang];
  if (rang === 0 || typeof dansLaPage !== 'number') return manque;
  return { ...manque, chemin: manque.chemin.with(rang, dansLaPage + debut) };
}
