import type { CursorCodec, SortKey } from './cursor.js';
import type { Slice } from './page.js';

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export function toConnection<Node>(
  slice: Slice<Node>,
  codec: CursorCodec,
  sortKeyOf: (node: Node) => SortKey,
): Connection<Node> {
  const edges = slice.rows.map((node) => ({ cursor: codec.encode(sortKeyOf(node)), node }));
  return {
    edges,
    nodes: [...slice.rows],
    pageInfo: { hasNextPage: slice.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
