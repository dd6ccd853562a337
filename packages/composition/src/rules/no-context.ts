import { visit } from 'graphql';
import type { CompositionError } from '../composition-result.js';
import { compositionError } from '../errors.js';
import type { ParsedSubgraph } from '../read-subgraphs.js';

const CONTEXT_DIRECTIVE = /^(?:federation__)?(?:context|fromContext)$/;

/** `@context` and `@fromContext` are planned wrongly by the engine in place: refused here. */
export function noContext(subgraph: ParsedSubgraph): CompositionError[] {
  const { partenaire, document } = subgraph;
  const used = new Set<string>();
  visit(document, {
    Directive: (node) => {
      if (CONTEXT_DIRECTIVE.test(node.name.value)) used.add(node.name.value);
    },
    StringValue: (node) => {
      // `import: ["@context"]`, or renamed by `{ name: "@context", as: "@contexte" }`.
      if (node.value === '@context' || node.value === '@fromContext') used.add(node.value.slice(1));
    },
  });
  return [...used].map((name) =>
    compositionError(
      'CONTEXTE_REFUSE',
      `Le schéma de « ${partenaire} » utilise @${name} : cette directive n'est pas admise dans le graphe commun. Passez la valeur en argument.`,
      { partenaire },
    ),
  );
}
