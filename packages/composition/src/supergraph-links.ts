import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { stringArgument } from './type-nodes.js';

/** Names under which a supergraph knows the specifications that it is written with. */
export interface SupergraphLinks {
  /** Is this type or directive part of a specification, not of the domain? */
  isFeature(name: string): boolean;
  /** Local name of a specification's main or imported directive: `inaccessible`, `requiresScopes`. */
  directiveName(specification: string, directive?: string): string;
}

/** Specifications without a `@link` in some supergraphs, known by their usual name. */
const USUAL = ['link', 'core', 'join', 'inaccessible', 'tag', 'authenticated', 'requiresScopes'];

export function readLinks(document: DocumentNode): SupergraphLinks {
  const prefixes = new Set<string>(USUAL);
  const imported = new Set<string>();
  const directives = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    for (const link of definition.directives ?? []) {
      const url = stringArgument(link, 'url') ?? stringArgument(link, 'feature');
      const specification = url === undefined ? undefined : specificationOf(url);
      if (specification === undefined) continue;
      const prefix = stringArgument(link, 'as') ?? specification;
      prefixes.add(prefix);
      directives.set(`${specification}/${specification}`, prefix);
      for (const { name, as } of importsOf(link)) {
        imported.add(as);
        directives.set(`${specification}/${name}`, as);
      }
    }
  }
  return {
    isFeature: (name) => {
      const end = name.indexOf('__');
      return (
        imported.has(name) || prefixes.has(name) || (end > 0 && prefixes.has(name.slice(0, end)))
      );
    },
    directiveName: (specification, directive = specification) =>
      directives.get(`${specification}/${directive}`) ?? directive,
  };
}

/** `https://specs.apollo.dev/join/v0.5` -> `join`. */
function specificationOf(url: string): string | undefined {
  const parts = url.split('/').filter((part) => part !== '');
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  return /^v\d+\.\d+/.test(last) ? parts.at(-2) : last;
}

function importsOf(link: ConstDirectiveNode): { name: string; as: string }[] {
  const value = link.arguments?.find((argument) => argument.name.value === 'import')?.value;
  if (value?.kind !== Kind.LIST) return [];
  const found: { name: string; as: string }[] = [];
  for (const item of value.values) {
    if (item.kind === Kind.STRING) {
      found.push({ name: withoutAt(item.value), as: withoutAt(item.value) });
    } else if (item.kind === Kind.OBJECT) {
      const read = (key: string): string | undefined => {
        const field = item.fields.find((each) => each.name.value === key)?.value;
        return field?.kind === Kind.STRING ? withoutAt(field.value) : undefined;
      };
      const name = read('name');
      if (name !== undefined) found.push({ name, as: read('as') ?? name });
    }
  }
  return found;
}

function withoutAt(name: string): string {
  return name.startsWith('@') ? name.slice(1) : name;
}
