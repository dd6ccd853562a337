import { type DocumentNode, parse, visit } from 'graphql';

const FEDERATION_URL = 'https://specs.apollo.dev/federation/v2.9';

const FEDERATION_DIRECTIVES: ReadonlySet<string> = new Set([
  'authenticated',
  'composeDirective',
  'cost',
  'external',
  'inaccessible',
  'interfaceObject',
  'key',
  'listSize',
  'override',
  'policy',
  'provides',
  'requires',
  'requiresScopes',
  'shareable',
  'tag',
]);

/** The `extend schema @link` that imports exactly the federation directives that the document uses. */
export function federationLink(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    Directive: (node) => {
      if (FEDERATION_DIRECTIVES.has(node.name.value)) used.add(`"@${node.name.value}"`);
    },
  });
  return parse(
    `extend schema @link(url: "${FEDERATION_URL}", import: [${[...used].sort().join(', ')}])`,
  );
}
