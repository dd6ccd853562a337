import {
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  Kind,
  type ObjectValueNode,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Lieu, lieuOf } from '../lieu.js';

/** A field or a directive as an operation writes it, with its arguments. */
export interface Call {
  readonly lieu: Lieu;
  readonly args: ReadonlyMap<string, ArgumentNode>;
}

/** What one operation takes from the graph, fragments included. */
export interface OperationUses {
  readonly operation: string | null;
  /** Coordinates written in the text; a fragment on `T` where `S` was asked is `S > T`. */
  readonly written: ReadonlyMap<string, Lieu>;
  /** Coordinates that a variable's value may hold: values are never recorded. */
  readonly possible: ReadonlyMap<string, Lieu>;
  /** Uses of `Query.formations` or `@partiel`. */
  readonly calls: ReadonlyMap<string, readonly Call[]>;
  /** Objects written for an input type. */
  readonly objects: ReadonlyMap<string, readonly ObjectValueNode[]>;
  readonly variables: ReadonlyMap<string, VariableDefinitionNode>;
}

/** One result per operation of the document. Names that the schema does not know count for nothing. */
export function operationUses(document: DocumentNode, schema: GraphQLSchema): OperationUses[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [usesOf(definition, fragments, schema)] : [],
  );
}

function usesOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  schema: GraphQLSchema,
): OperationUses {
  const written = new Map<string, Lieu>();
  const possible = new Map<string, Lieu>();
  const calls = new Map<string, Call[]>();
  const objects = new Map<string, ObjectValueNode[]>();
  const variables = new Map<string, VariableDefinitionNode>();

  const write = (coordonnee: string, node: ASTNode): void => {
    if (!written.has(coordonnee)) written.set(coordonnee, lieuOf(node));
  };
  const call = (coordonnee: string, node: ASTNode, args: readonly ArgumentNode[]): void => {
    write(coordonnee, node);
    for (const each of args) write(`${coordonnee}(${each.name.value}:)`, each);
    append(calls, coordonnee, {
      lieu: lieuOf(node),
      args: new Map(args.map((each) => [each.name.value, each])),
    });
  };
  const spread = (scope: GraphQLNamedType | null | undefined, on: string, node: ASTNode): void => {
    write(on, node);
    if (scope) write(`${scope.name} > ${on}`, node);
  };

  const reached = new Map<string, FragmentDefinitionNode>();
  const walk = (root: OperationDefinitionNode | FragmentDefinitionNode): void => {
    const info = new TypeInfo(schema);
    visit(
      root,
      visitWithTypeInfo(info, {
        Field: (node) => {
          const parent = info.getParentType();
          const field = info.getFieldDef();
          if (!parent || !field) return;
          write(parent.name, node);
          write(getNamedType(field.type).name, node);
          call(`${parent.name}.${field.name}`, node, node.arguments ?? []);
        },
        Directive: {
          enter: (node, _key, _parent, _path, ancestors) => {
            call(`@${node.name.value}`, node, node.arguments ?? []);
            const holder = ancestors.at(-1);
            const place = locationOf(holder);
            if (place !== undefined) write(`@${node.name.value} > ${place}`, node);
          },
        },
        InlineFragment: (node) => {
          // The type info has already entered the fragment: its scope is one step above.
          const on = node.typeCondition?.name.value;
          if (on !== undefined) spread(scopes.at(-1), on, node);
        },
        SelectionSet: {
          enter: () => {
            scopes.push(info.getParentType());
          },
          leave: () => {
            scopes.pop();
          },
        },
        FragmentSpread: (node) => {
          const fragment = fragments.get(node.name.value);
          if (fragment === undefined) return;
          spread(scopes.at(-1), fragment.typeCondition.name.value, node);
          if (reached.has(node.name.value)) return;
          reached.set(node.name.value, fragment);
        },
        VariableDefinition: (node) => {
          variables.set(node.variable.name.value, node);
          const type = typeFromAST(schema, node.type);
          if (isInputType(type)) hold(getNamedType(type), node);
        },
        ObjectValue: (node) => {
          const type = info.getInputType();
          if (!type) return;
          const named = getNamedType(type);
          write(named.name, node);
          append(objects, named.name, node);
        },
        ObjectField: (node) => {
          const parent = info.getParentInputType();
          if (parent) write(`${getNamedType(parent).name}.${node.name.value}`, node);
        },
        EnumValue: (node) => {
          const type = info.getInputType();
          if (type) write(`${getNamedType(type).name}.${node.value}`, node);
        },
      }),
    );
  };
  const scopes: (GraphQLNamedType | null | undefined)[] = [];
  /** Everything that a value of this type may name. */
  const hold = (type: GraphQLNamedType, node: ASTNode): void => {
    if (possible.has(type.name)) return;
    possible.set(type.name, lieuOf(node));
    if (isEnumType(type)) {
      for (const value of type.getValues()) {
        possible.set(`${type.name}.${value.name}`, lieuOf(node));
      }
    }
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      possible.set(`${type.name}.${field.name}`, lieuOf(node));
      hold(getNamedType(field.type), node);
    }
  };

  walk(operation);
  // Fragments reached while walking join the map, hence this loop.
  for (const fragment of reached.values()) walk(fragment);
  return {
    operation: operation.name?.value ?? null,
    written,
    possible,
    calls,
    objects,
    variables,
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Where a directive stands, in the words of its definition. */
function locationOf(holder: ASTNode | readonly ASTNode[] | undefined): string | undefined {
  if (holder === undefined || !('kind' in holder)) return undefined;
  if (holder.kind === Kind.OPERATION_DEFINITION) return holder.operation.toUpperCase();
  return EXECUTABLE_LOCATIONS.get(holder.kind);
}

const EXECUTABLE_LOCATIONS: ReadonlyMap<string, string> = new Map([
  [Kind.FIELD, 'FIELD'],
  [Kind.FRAGMENT_DEFINITION, 'FRAGMENT_DEFINITION'],
  [Kind.FRAGMENT_SPREAD, 'FRAGMENT_SPREAD'],
  [Kind.INLINE_FRAGMENT, 'INLINE_FRAGMENT'],
  [Kind.VARIABLE_DEFINITION, 'VARIABLE_DEFINITION'],
]);
