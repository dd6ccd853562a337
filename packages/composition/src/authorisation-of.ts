import { type DirectiveNode, Kind } from 'graphql';
import { parseSupergraph } from './parse-supergraph.js';
import { readLinks } from './supergraph-links.js';
import { isFieldsNode } from './type-nodes.js';

/** What a caller must have for a field or a type. Outer list: or; inner list: and. */
export interface Exigence {
  readonly authenticated: boolean;
  readonly scopes: readonly (readonly string[])[];
  readonly policies: readonly (readonly string[])[];
}

/**
 * Requirements by coordinate: `Mutation.validerContributionRegion` (field) or `Dossier` (object,
 * interface, scalar, enum). A field is subject to its own, its parent type's and its result type's.
 */
export function authorisationOf(supergraphSdl: string): ReadonlyMap<string, Exigence> {
  const document = parseSupergraph(supergraphSdl);
  const links = readLinks(document);
  const names = {
    authenticated: links.directiveName('authenticated'),
    scopes: links.directiveName('requiresScopes'),
    policies: links.directiveName('policy'),
  };
  const found = new Map<string, Exigence>();
  const read = (coordonnee: string, directives: readonly DirectiveNode[] | undefined): void => {
    const named = (name: string): DirectiveNode | undefined =>
      directives?.find((directive) => directive.name.value === name);
    const scopes = named(names.scopes);
    const policies = named(names.policies);
    const authenticated = named(names.authenticated) !== undefined;
    if (!authenticated && scopes === undefined && policies === undefined) return;
    const known = found.get(coordonnee);
    found.set(coordonnee, {
      authenticated: authenticated || known?.authenticated === true,
      scopes: scopes ? stringLists(scopes, 'scopes') : (known?.scopes ?? []),
      policies: policies ? stringLists(policies, 'policies') : (known?.policies ?? []),
    });
  };
  for (const definition of document.definitions) {
    if (isFieldsNode(definition)) {
      const type = definition.name.value;
      read(type, definition.directives);
      for (const field of definition.fields ?? []) {
        read(`${type}.${field.name.value}`, field.directives);
      }
    } else if (LEAF_KINDS.has(definition.kind) && 'name' in definition && definition.name) {
      read(definition.name.value, definition.directives);
    }
  }
  return found;
}

const LEAF_KINDS: ReadonlySet<string> = new Set([
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_EXTENSION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_TYPE_EXTENSION,
]);

/** `[["a", "b"], ["c"]]`; a single value counts as a list of one, as in GraphQL's coercion. */
function stringLists(directive: DirectiveNode, argument: string): string[][] {
  const value = directive.arguments?.find((each) => each.name.value === argument)?.value;
  if (value === undefined) return [];
  const outer = value.kind === Kind.LIST ? value.values : [value];
  return outer.map((each) => {
    const inner = each.kind === Kind.LIST ? each.values : [each];
    return inner.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
  });
}
