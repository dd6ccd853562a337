import { type DocumentNode, parse } from 'graphql';

/** Several readers look at the same text, one after the other: the last one read is enough. */
let last: { readonly text: string; readonly document: DocumentNode } | null = null;

/** @throws GraphQLError when the text is not SDL */
export function parseSupergraph(supergraphSdl: string): DocumentNode {
  if (last?.text !== supergraphSdl) {
    last = { text: supergraphSdl, document: parse(supergraphSdl, { noLocation: true }) };
  }
  return last.document;
}
