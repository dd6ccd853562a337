import type { Exigence } from '@passerelle/composition';
import type { OperationKind } from '@passerelle/planner';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { GatewayError } from '../errors.js';
import type { Limites } from '../limits.js';
import type { Depreciation } from '../supergraph/deprecations.js';
import type { Graph } from '../supergraph/graph.js';
import { checkLimits } from './check-limits.js';
import { type CostEstimate, estimateCost } from './estimate-cost.js';
import { createOperationUsage, type OperationUsage } from './operation-usage.js';
import { scanDocument, syntaxError } from './scan-document.js';
import { usedDeprecations } from './used-deprecations.js';
import { validationError } from './validation-message.js';

/** An operation read, limited and validated once; the same for every identity and outage. */
export interface PreparedOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly kind: OperationKind;
  /** Fields that the operation selects, `Type.field` on the type where they are written. */
  readonly coordonnees: ReadonlySet<string>;
  readonly gardes: readonly GuardedField[];
  /** Null when no variable can make the operation too dear. */
  readonly cout: CostEstimate | null;
  /** What it uses that will go: told in its answers. */
  readonly depreciations: readonly Depreciation[];
  readonly usage: OperationUsage;
}

/** A field that not everybody may read or call. */
export interface GuardedField {
  readonly coordonnee: string;
  readonly exigences: readonly Exigence[];
  /** Response key, when the field is at the root of the operation. */
  readonly racine: string | null;
}

/** @throws GatewayError with the code of what is wrong with the document */
export function prepareOperation(
  graph: Graph,
  query: string,
  operationName: string | undefined,
  limites: Limites,
): PreparedOperation {
  scanDocument(query, limites);
  const document = parseDocument(query, limites.lexemes);
  checkLimits(document, limites);
  refuseInvalid(graph.schema, document);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new GatewayError('OPERATION_INCONNUE');
  const cout = estimateCost(graph.schema, document, operation);
  const depreciations = usedDeprecations(graph.schema, graph.deprecations, document, operation);
  return {
    query,
    operationName,
    document,
    operation,
    kind: operation.operation,
    ...readSelections(graph, document, operation),
    cout: cout.auPlus > limites.cout ? cout : null,
    depreciations,
    usage: createOperationUsage(
      document,
      operation,
      depreciations.map(({ coordonnee }) => coordonnee),
    ),
  };
}

/**
 * Refuses, with the variables of this request, an operation whose answer would be too large.
 *
 * @throws GatewayError COUT_EXCESSIF
 */
export function refuseTooDear(
  { cout }: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
  limite: number,
): void {
  if (cout === null) return;
  const estime = cout.avec(variables);
  if (estime > limite) throw new GatewayError('COUT_EXCESSIF', { champs: { limite, estime } });
}

function parseDocument(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (cause) {
    throw syntaxError(cause);
  }
}

function refuseInvalid(schema: GraphQLSchema, document: DocumentNode): void {
  const [first] = validate(schema, document, specifiedRules, {
    maxErrors: 1,
    // Suggestions would spell the schema out to whoever guesses.
    hideSuggestions: true,
  });
  if (first instanceof GraphQLError) throw validationError(first);
}

function readSelections(
  graph: Graph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Pick<PreparedOperation, 'coordonnees' | 'gardes'> {
  const coordonnees = new Set<string>();
  const gardes = new Map<string, GuardedField>();
  const root = graph.schema.getRootType(operation.operation)?.name;
  const typeInfo = new TypeInfo(graph.schema);
  // Fragments of other operations are counted too: a guard met in vain only asks more.
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      OperationDefinition: (node) => (node === operation ? undefined : false),
      Field(node) {
        const parent = typeInfo.getParentType();
        const name = node.name.value;
        if (!parent || name.startsWith('__')) return;
        const coordonnee = `${parent.name}.${name}`;
        coordonnees.add(coordonnee);
        if (gardes.has(coordonnee)) return;
        const exigences = graph.requirements.of(parent.name, name);
        if (exigences.length === 0) return;
        gardes.set(coordonnee, {
          coordonnee,
          exigences,
          racine: parent.name === root ? (node.alias?.value ?? name) : null,
        });
      },
    }),
  );
  return { coordonnees, gardes: [...gardes.values()] };
}
