interface PageLue<Element> {
  nodes: readonly Element[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** Beyond, a file is no longer what a reader opens; and nothing grows with the data set. */
const PAGES_MAX = 100;

/** Reads a list to its end, one page after the other. @throws what the reading of a page throws */
export async function lireToutesLesPages<Element>(
  lirePage: (after: string | null) => Promise<PageLue<Element>>,
): Promise<Element[]> {
  const elements: Element[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const lue: PageLue<Element> = await lirePage(after);
    elements.push(...lue.nodes);
    after = lue.pageInfo.endCursor ?? null;
    if (!lue.pageInfo.hasNextPage || after === null) break;
  }
  return elements;
}
