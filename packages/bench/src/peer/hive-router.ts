import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  print,
  specifiedRules,
  validate,
} from 'graphql';

/** A call that the peer makes to one partner. */
export interface PeerCall {
  readonly partenaire: string;
  readonly query: string;
  /** JSON text. */
  readonly variables: string;
}

export type PeerExecute = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/**
 * The peer: Hive's MIT executor over the same Rust planner as ours, without its gateway. Documents
 * are parsed and validated once, plans are kept by the executor itself.
 *
 * @param call - gives the parsed answer, fresh objects each time
 */
export async function createHiveRouter(
  supergraphSdl: string,
  call: (call: PeerCall) => Promise<object>,
): Promise<PeerExecute> {
  const unifiedGraph = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
    assumeValidSDL: true,
  });
  const texts = new WeakMap<DocumentNode, string>();
  const textOf = (document: DocumentNode): string => {
    const known = texts.get(document) ?? print(document);
    texts.set(document, known);
    return known;
  };
  const handler = await unifiedGraphHandler({
    unifiedGraph,
    getUnifiedGraphSDL: () => supergraphSdl,
    onSubgraphExecute: (partenaire, { document, variables }) =>
      call({
        partenaire,
        query: textOf(document),
        variables: JSON.stringify(variables ?? {}),
      }),
  });
  const { executor } = handler;
  if (executor === undefined) throw new Error('The peer gives no executor.');
  const documents = new Map<string, DocumentNode>();
  return async (query, variables) => {
    let document = documents.get(query);
    if (document === undefined) {
      document = readDocument(handler.unifiedGraph, query);
      documents.set(query, document);
    }
    return executor({
      document,
      variables,
      operationType: getOperationAST(document)?.operation ?? OperationTypeNode.QUERY,
      context: {},
    });
  };
}

function readDocument(schema: GraphQLSchema, query: string): DocumentNode {
  const document = parse(query);
  const [error] = validate(schema, document, specifiedRules);
  if (error !== undefined) throw error;
  return document;
}
