import type { ASTNode } from 'graphql';

/** Place in a text, from 1. */
export interface Lieu {
  readonly ligne: number;
  readonly colonne: number;
}

/** Where a node begins; its name when a description comes first. */
export function lieuOf(node: ASTNode): Lieu {
  const isDescribed = 'description' in node && node.description !== undefined;
  const place = isDescribed && 'name' in node && node.name ? node.name : node;
  const token = place.loc?.startToken;
  return { ligne: token?.line ?? 1, colonne: token?.column ?? 1 };
}
