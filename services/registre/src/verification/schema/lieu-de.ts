import type { Constat } from '@passerelle/publication';
import {
  type DocumentNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

interface Nomme {
  readonly name: { readonly value: string; readonly loc?: { startToken: Token } | undefined };
}
interface Token {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a coordinate stands in the candidate: the member, else its field, else its type, else
 * nowhere (what a removal leaves is the type).
 */
export function lieuDe(document: DocumentNode, coordonnee: string): Constat['lieu'] {
  const [avant = '', argument = ''] = coordonnee.replace(/:?\)$/, '').split('(');
  const [typeName = '', membre] = avant.split('.');
  let type: Nomme | undefined;
  for (const node of document.definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    if (node.name.value !== typeName) continue;
    type ??= node;
    const found = membresDe(node).find(({ name }) => name.value === membre);
    if (found === undefined) continue;
    const arg = 'arguments' in found ? found.arguments : undefined;
    return lieuDuNom(arg?.find(({ name }) => name.value === argument) ?? found);
  }
  return type === undefined ? undefined : lieuDuNom(type);
}

/** From 1, as editors count; at the name, past the description. */
export function lieuDuNom({ name }: Nomme): Constat['lieu'] {
  const token = name.loc?.startToken;
  return token === undefined ? undefined : { ligne: token.line, colonne: token.column };
}

function membresDe(
  node: TypeDefinitionNode | TypeExtensionNode,
): readonly (Nomme & { readonly arguments?: readonly Nomme[] | undefined })[] {
  if ('fields' in node) return node.fields ?? [];
  return 'values' in node ? (node.values ?? []) : [];
}
