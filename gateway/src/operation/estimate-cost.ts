import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** How many fields an operation may make the partners answer, lists multiplied out. */
export interface CostEstimate {
  /** Whatever the variables: pages asked by a variable are counted at their largest. */
  readonly auPlus: number;
  /** With these variables, not coerced yet. */
  avec(variables: Variables): number;
}

/** Argument that says how long a page is, in every list of the graph. */
const ARGUMENT_DE_PAGE = 'first';
const PAGE_MAX = 100;
const PAGE_PAR_DEFAUT = 20;
/** A list without pages: those of the graph hold from 3 to 23 items. */
const LISTE_SANS_PAGE = 10;

/**
 * Estimates an operation before anything is asked. Nested lists multiply: a short document can
 * ask for millions of objects, which no other limit sees. In time linear in the document: a
 * fragment is counted once for each page length under which it is spread.
 *
 * The document must be valid for the schema.
 */
export function estimateCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostEstimate {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map((v) => [v.variable.name.value, v.defaultValue]),
  );
  const root = schema.getRootType(operation.operation);

  function count(variables: Variables | null): number {
    const known = new Map<string, number>();

    /** @param page - length of the page that these selections describe; null outside a page */
    function ofSelections(
      set: SelectionSetNode,
      parent: GraphQLNamedType | undefined,
      page: number | null,
    ): number {
      let total = 0;
      for (const selection of set.selections) {
        switch (selection.kind) {
          case Kind.FIELD:
            total += ofField(selection, parent, page);
            break;
          case Kind.INLINE_FRAGMENT: {
            const condition = selection.typeCondition?.name.value;
            const type = condition === undefined ? parent : schema.getType(condition);
            total += ofSelections(selection.selectionSet, type, page);
            break;
          }
          case Kind.FRAGMENT_SPREAD:
            total += ofFragment(selection.name.value, page);
        }
      }
      return total;
    }

    function ofFragment(name: string, page: number | null): number {
      const cle = `${name} ${page}`;
      let total = known.get(cle);
      const fragment = fragments.get(name);
      if (total === undefined && fragment !== undefined) {
        const type = schema.getType(fragment.typeCondition.name.value);
        total = ofSelections(fragment.selectionSet, type, page);
        known.set(cle, total);
      }
      return total ?? 0;
    }

    function ofField(
      node: FieldNode,
      parent: GraphQLNamedType | undefined,
      page: number | null,
    ): number {
      const field =
        parent !== undefined && 'getFields' in parent
          ? parent.getFields()[node.name.value]
          : undefined;
      // Names of types and introspection ask nothing of a partner.
      if (field === undefined || !('args' in field)) return 0;
      const type = getNamedType(field.type);
      if (!isCompositeType(type) || node.selectionSet === undefined) return 1;
      const isPaged = field.args.some(({ name }) => name === ARGUMENT_DE_PAGE);
      const size = isPaged ? pageOf(node, variables, defaults) : null;
      if (isListType(getNullableType(field.type))) {
        const times = size ?? page ?? LISTE_SANS_PAGE;
        return 1 + times * ofSelections(node.selectionSet, type, null);
      }
      return 1 + ofSelections(node.selectionSet, type, size);
    }

    return root ? ofSelections(operation.selectionSet, root, null) : 0;
  }

  return { auPlus: count(null), avec: count };
}

function pageOf(
  node: FieldNode,
  variables: Variables | null,
  defaults: ReadonlyMap<string, ValueNode | undefined>,
): number {
  const value = node.arguments?.find(({ name }) => name.value === ARGUMENT_DE_PAGE)?.value;
  if (value?.kind !== Kind.VARIABLE) return literal(value);
  if (variables === null) return PAGE_MAX;
  const name = value.name.value;
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (given === undefined) return literal(defaults.get(name));
  return typeof given === 'number' ? bounded(given) : PAGE_PAR_DEFAUT;
}

const literal = (value: ValueNode | undefined): number =>
  value?.kind === Kind.INT ? bounded(Number(value.value)) : PAGE_PAR_DEFAUT;

/** Longer pages are refused by the partners; a page of less than one item asks its fields still. */
const bounded = (size: number): number => Math.min(Math.max(size, 1), PAGE_MAX);
