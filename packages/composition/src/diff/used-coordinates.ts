import { type DocumentNode, parse } from 'graphql';
import { operationUses } from './operation-uses.js';
import { readApi } from './read-api.js';

/**
 * What each document takes from the graph: coordinates of fields, arguments, input fields and
 * values that it writes (`Query.formations`, `Query.formations(first:)`, `Meteo.ORAGE`), sorted.
 *
 * @param documents - texts of operations; one that does not parse uses nothing
 * @param api - API SDL of the graph; what it does not know counts for nothing
 * @returns one entry per distinct text
 * @throws GraphQLError when the API is not SDL
 */
export function usedCoordinates(
  documents: Iterable<string>,
  api: string,
): ReadonlyMap<string, readonly string[]> {
  const schema = readApi(api);
  const found = new Map<string, readonly string[]>();
  for (const text of documents) {
    if (found.has(text)) continue;
    const document = parsed(text);
    const uses = document === undefined ? [] : operationUses(document, schema);
    const coordinates = new Set(uses.flatMap(({ written }) => [...written.keys()]));
    found.set(text, [...coordinates].filter(isOfField).sort());
  }
  return found;
}

/** Neither a type, nor a directive, nor a fragment's `S > T`. */
function isOfField(coordonnee: string): boolean {
  return /^[A-Za-z]\w*\.(?!__)\w+/.test(coordonnee);
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text);
  } catch {
    // A text that nobody can read uses nothing.
    return undefined;
  }
}
