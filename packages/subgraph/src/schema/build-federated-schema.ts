import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
} from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { RequestContext } from '../request/request-context.js';
import { federationLink } from './federation-link.js';
import { guardEntities } from './guard-entities.js';
import { markStandby, SECOURS_DEFINITION, type Standby } from './mark-standby.js';

/** Finds an entity from the key that another partner's answer carried; null when it doesn't exist. */
export type ReferenceResolver = (
  representation: Readonly<Record<string, unknown>>,
  context: RequestContext,
) => unknown;

export interface FederatedSchemaOptions {
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
  resolvers: readonly Function[];
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
  orphanedTypes?: readonly Function[];
  references: Readonly<Record<string, ReferenceResolver>>;
  standby?: Standby;
}

export interface FederatedSchema {
  schema: GraphQLSchema;
  /** What is committed as `schema.graphql` and composed. */
  sdl: string;
}

/**
 * Classes decorated for type-graphql to a Federation 2.9 subgraph.
 *
 * The only place that knows how a release candidate's schema becomes a subgraph: type-graphql
 * prints, directives are completed on the printed document, `@apollo/subgraph` builds from it.
 */
export async function buildFederatedSchema(
  options: FederatedSchemaOptions,
): Promise<FederatedSchema> {
  const [first, ...others] = options.resolvers;
  if (!first) throw new Error('a subgraph needs at least one resolver');
  const resolversOption: NonEmptyArray<typeof first> = [first, ...others];
  const base = await buildSchema({
    resolvers: resolversOption,
    orphanedTypes: [...(options.orphanedTypes ?? [])],
    // Federation adds the missing parts afterwards: the intermediate schema is not complete.
    skipCheck: true,
    validate: false,
    // Every subscription brings its own stream; type-graphql wants a bus all the same.
    pubSub: { publish: () => undefined, subscribe: refuseTopics },
  });

  const document = toSubgraphDocument(base, options.standby);
  // Two libraries' names for one shape: what type-graphql makes is what Apollo takes.
  const resolvers = createResolversMap(base) as GraphQLResolverMap<RequestContext>;
  for (const [type, resolveReference] of Object.entries(options.references)) {
    resolvers[type] = Object.assign({}, resolvers[type], { __resolveReference: resolveReference });
  }
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers }]);
  guardEntities(schema);
  return {
    schema,
    sdl: `${print(document)}\n`,
  };
}

function toSubgraphDocument(base: GraphQLSchema, standby: Standby | undefined): DocumentNode {
  const printed = parse(printSchemaWithDirectives(base), { noLocation: true });
  // The schema definition would clash with the `extend schema` that carries the link.
  const definitions = printed.definitions.filter((node) => node.kind !== Kind.SCHEMA_DEFINITION);
  const sorted = [...definitions].sort((a, b) => compare(sortKey(a), sortKey(b)));
  const plain: DocumentNode = { kind: Kind.DOCUMENT, definitions: sorted };
  const marked = standby ? markStandby(plain, standby) : plain;
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      ...federationLink(marked).definitions,
      ...SECOURS_DEFINITION.definitions,
      ...marked.definitions,
    ],
  };
}

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** Types by name, roots last: the order of imports must not show in the reviewed file. */
function sortKey(node: DefinitionNode): string {
  const name = 'name' in node ? (node.name?.value ?? '') : '';
  const root = ROOTS.indexOf(name);
  return root === -1 ? `0${name}` : `1${root}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function refuseTopics(): never {
  throw new Error('subscriptions bring their own stream');
}
