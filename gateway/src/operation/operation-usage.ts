import { empreinteOf } from '@passerelle/publication';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  print,
  separateOperations,
  visit,
} from 'graphql';

/** What the registry is told of an operation: its text without anything that could be data. */
export interface UsedDocument {
  readonly empreinte: string;
  readonly document: string;
}

/** One client's use of one operation since the last report. */
export interface UsageCounter {
  nombre: number;
  /** When it was last asked, milliseconds since the epoch. */
  vuLe: number;
  readonly usage: OperationUsage;
  readonly client: string;
  readonly version: string;
}

/** What is counted of one operation. Holds its document, nothing of the graph. */
export interface OperationUsage {
  readonly prevenuDe: readonly string[];
  /** Characters of the document as it was sent: what it weighs while it is counted. */
  readonly taille: number;
  /** Counters by client and version, bounded by the one who counts. */
  readonly clients: Map<string, UsageCounter>;
  /** Worked out once, when first reported. */
  document(): UsedDocument;
}

export function createOperationUsage(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  prevenuDe: readonly string[],
): OperationUsage {
  let used: UsedDocument | null = null;
  return {
    prevenuDe,
    taille: document.loc?.source.body.length ?? 0,
    clients: new Map(),
    document() {
      if (used === null) {
        const text = print(withoutLiterals(ownDocument(document, operation)));
        used = { empreinte: empreinteOf(text), document: text };
      }
      return used;
    },
  };
}

/** The operation that ran, with its own fragments: a document may hold others. */
function ownDocument(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  return separateOperations(document)[operation.name?.value ?? ''] ?? document;
}

/**
 * Strings, numbers and booleans may be somebody's data: only their kind leaves. So may an alias, in
 * which programs write what they look for (`siret_12345: …`), and each would be one more operation.
 */
function withoutLiterals(document: DocumentNode): DocumentNode {
  const aliases = new Map<string, string>();
  const aliasOf = (alias: string): string => {
    const known = aliases.get(alias) ?? `a${aliases.size + 1}`;
    aliases.set(alias, known);
    return known;
  };
  return visit(document, {
    [Kind.STRING]: (node) => ({ ...node, value: '', block: false }),
    [Kind.INT]: (node) => ({ ...node, value: '0' }),
    [Kind.FLOAT]: (node) => ({ ...node, value: '0.0' }),
    [Kind.BOOLEAN]: (node) => ({ ...node, value: false }),
    [Kind.FIELD](node) {
      if (node.alias === undefined) return undefined;
      return { ...node, alias: { ...node.alias, value: aliasOf(node.alias.value) } };
    },
  });
}
