import { type DocumentNode, Kind } from 'graphql';

export type Racine = 'Query' | 'Mutation' | 'Subscription';

const USUAL = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** Root types of a text by the name that it gives them; the usual names always count. */
export function rootTypes(document: DocumentNode): ReadonlyMap<string, Racine> {
  const roots = new Map<string, Racine>(Object.values(USUAL).map((name) => [name, name]));
  for (const node of document.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const { operation, type } of node.operationTypes ?? []) {
      roots.set(type.name.value, USUAL[operation]);
    }
  }
  return roots;
}

/** Fields that federation itself adds to a printed schema. */
export function isFederationRootField(name: string): boolean {
  return name === '_entities' || name === '_service';
}
