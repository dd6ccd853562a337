import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/resolvers.js';
import { apiSchemaOf } from '@passerelle/composition';
import { createPlanner, type Plan } from '@passerelle/planner';
import { composeServices } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type ConstDirectiveNode,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import {
  type CompiledOperation,
  compileOperation,
  type ExecutionResult,
  executeOperation,
  type SubgraphRequest,
  type SubgraphResponse,
} from '../../src/index.js';
import { createWorld, isThing, received, type Thing, thingOfKey, type World } from './world.js';

/** Subgraphs in this process, strict as real ones, over one made-up world. */
export interface LocalGraph {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: ReadonlyMap<string, GraphQLSchema>;
  plan(document: string): Promise<Plan>;
  compile(document: string): Promise<CompiledOperation>;
  /** The answer through plan and executor. */
  answer(document: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** The answer of graphql-js on the merged schema. */
  reference(document: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  fetch(request: SubgraphRequest): Promise<SubgraphResponse>;
  readonly resolveField: GraphQLFieldResolver<unknown, unknown>;
  readonly resolveType: GraphQLTypeResolver<unknown, unknown>;
}

export interface LocalGraphOptions {
  readonly schemas: Readonly<Record<string, string>>;
  /** Instead of composing the schemas as they are. */
  readonly supergraphSdl?: string;
  readonly seed?: string;
  readonly nulls?: number;
  readonly errors?: number;
}

export function createLocalGraph(o: LocalGraphOptions): LocalGraph {
  const supergraphSdl = o.supergraphSdl ?? compose(o.schemas);
  const apiSchema = apiSchemaOf(supergraphSdl);
  const supergraph = readSupergraph(supergraphSdl);
  const world = createWorld({
    seed: o.seed ?? 'world',
    schema: supergraph.schema,
    keys: supergraph.keys,
    nulls: o.nulls ?? 0.15,
    errors: o.errors ?? 0,
  });
  const subgraphs = new Map(
    Object.entries(o.schemas).map(([name, sdl]) => [name, buildSubgraph(sdl)]),
  );
  const planner = createPlanner(supergraphSdl);

  const fetch = async (request: SubgraphRequest): Promise<SubgraphResponse> => {
    const schema = subgraphs.get(request.partenaire);
    if (schema === undefined) throw new Error(`no subgraph ${request.partenaire}`);
    const result = await execute({
      schema,
      document: parse(request.query),
      variableValues: JSON.parse(request.variables),
      fieldResolver: subgraphResolver(world, supergraph),
      typeResolver: resolveType,
    });
    // Through text, as over HTTP.
    const received: SubgraphResponse = JSON.parse(JSON.stringify(result));
    return received;
  };

  const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) => {
    const thing = isThing(source) ? source : { typename: info.parentType.name, id: 'root' };
    const requires = supergraph.requires.get(`${thing.typename}.${info.fieldName}`);
    const input = requires === undefined ? args : { ...args, $: world.inputs(thing, requires) };
    return world.value(thing, info.fieldName, fieldType(supergraph.schema, thing, info), input);
  };

  const compile = async (document: string): Promise<CompiledOperation> =>
    compileOperation({
      apiSchema,
      document: parse(document),
      plan: await planner.plan({ document }),
    });

  return {
    supergraphSdl,
    apiSchema,
    subgraphs,
    fetch,
    resolveField,
    resolveType,
    plan: (document) => planner.plan({ document }),
    compile,
    answer: async (document, variables = {}) =>
      executeOperation(await compile(document), {
        variables,
        fetch,
        context: null,
        signal: new AbortController().signal,
      }),
    reference: async (document, variables = {}) => {
      const result = await execute({
        schema: apiSchema,
        document: parse(document),
        variableValues: variables,
        fieldResolver: resolveField,
        typeResolver: resolveType,
      });
      const errors = result.errors?.filter((error) => !isHiddenNull(error, result.data));
      const given: ExecutionResult = JSON.parse(
        JSON.stringify(errors?.length ? { ...result, errors } : { data: result.data }),
      );
      return given;
    },
  };
}

/** What the graph hides is null without an error, where null may be. */
function isHiddenNull(error: GraphQLError, data: unknown): boolean {
  if (!/cannot represent value|does not exist inside the schema/.test(error.message)) return false;
  let value = data;
  for (const key of error.path ?? []) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, key);
  }
  return value === null;
}

/** By the composer alone: our rules for partners would refuse some of what federation allows. */
function compose(schemas: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(schemas).map(([name, schema]) => ({
      name,
      url: `http://${name}.test/graphql`,
      typeDefs: parse(schema),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(JSON.stringify(errors, null, 2));
  return supergraphSdl;
}

interface Supergraph {
  /** With what is inaccessible too. */
  readonly schema: GraphQLSchema;
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** `Type.field` -> fields of its `@requires`. */
  readonly requires: ReadonlyMap<string, string>;
}

function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl);
  const keys = new Map<string, Set<string>>();
  const requires = new Map<string, string>();
  for (const definition of document.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue;
    }
    const type = definition.name.value;
    for (const directive of definition.directives ?? []) {
      const key = directive.name.value === 'join__type' && textArgument(directive, 'key');
      if (!key) continue;
      const names = keys.get(type) ?? new Set<string>();
      keys.set(type, names);
      for (const name of key.split(/\s+/)) names.add(name);
    }
    for (const field of definition.fields ?? []) {
      for (const directive of field.directives ?? []) {
        const fields =
          directive.name.value === 'join__field' && textArgument(directive, 'requires');
        if (fields) requires.set(`${type}.${field.name.value}`, fields);
      }
    }
  }
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  // What an @interfaceObject requires, each implementation requires.
  for (const [coordinate, fields] of Array.from(requires)) {
    const [typeName = '', field = ''] = coordinate.split('.');
    const type = schema.getType(typeName);
    if (!isInterfaceType(type)) continue;
    for (const possible of schema.getPossibleTypes(type)) {
      requires.set(`${possible.name}.${field}`, fields);
    }
  }
  return { schema, keys, requires };
}

const resolveType: GraphQLTypeResolver<unknown, unknown> = (value) => typenameOf(value);

function typenameOf(value: unknown): string | undefined {
  if (isReference(value)) return value.thing.typename;
  return isThing(value) ? value.typename : undefined;
}

/** An entity as a subgraph receives it: the thing, and the representation it came with. */
interface Reference {
  readonly thing: Thing;
  readonly representation: object;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'representation' in value;
}

function fieldType(
  schema: GraphQLSchema,
  thing: Thing,
  info: Parameters<GraphQLFieldResolver<unknown, unknown>>[3],
) {
  const type = schema.getType(thing.typename);
  return (
    (isObjectType(type) ? type.getFields()[info.fieldName]?.type : undefined) ?? info.returnType
  );
}

function subgraphResolver(
  world: World,
  supergraph: Supergraph,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, info) => {
    const thing = isReference(source)
      ? source.thing
      : isThing(source)
        ? source
        : { typename: info.parentType.name, id: 'root' };
    const requires = supergraph.requires.get(`${thing.typename}.${info.fieldName}`);
    const input =
      requires === undefined
        ? args
        : {
            ...args,
            $: isReference(source)
              ? received(source.representation, requires, supergraph.schema)
              : 'NOT A REFERENCE',
          };
    return world.value(thing, info.fieldName, fieldType(supergraph.schema, thing, info), input);
  };
}

function buildSubgraph(sdl: string): GraphQLSchema {
  const document = parse(sdl);
  const resolvers: GraphQLResolverMap<unknown> = {};
  for (const definition of document.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue;
    }
    const name = definition.name.value;
    const keys = keyNames(definition.directives ?? []);
    const ofType: Record<string, (value: object) => unknown> = {};
    if (keys.size > 0) {
      ofType['__resolveReference'] = (representation): Reference | null => {
        for (const [key, value] of Object.entries(representation)) {
          const thing = keys.has(key) ? thingOfKey(value, name) : null;
          if (thing !== null) return { thing, representation };
        }
        return null;
      };
    }
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      ofType['__resolveType'] = typenameOf;
    }
    resolvers[name] = ofType;
  }
  return buildSubgraphSchema([{ typeDefs: document, resolvers }]);
}

function keyNames(directives: readonly ConstDirectiveNode[]): ReadonlySet<string> {
  return new Set(
    directives
      .filter((each) => each.name.value === 'key')
      .flatMap((each) => textArgument(each, 'fields')?.split(/\s+/) ?? []),
  );
}

function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
