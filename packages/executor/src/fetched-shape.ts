import type { Alignment } from '@passerelle/planner';
import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What a fetch asks, by response key: which fields it was to give, and how its rows are told. */
export interface FetchedShape {
  readonly fields: ReadonlyMap<string, FetchedShape>;
  /** Response keys that say who is who when another fetch gives the same; null: not aligned. */
  readonly keys: readonly string[] | null;
}

interface OpenShape {
  readonly fields: Map<string, OpenShape>;
  keys: readonly string[] | null;
}

/** Shape of the root of an operation's data. */
export function fetchedShape(operation: string): FetchedShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let root: OperationDefinitionNode | undefined;
  for (const definition of parse(operation, { noLocation: true }).definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      root ??= definition;
    }
  }
  const walk = (set: SelectionSetNode, shape: OpenShape): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const inner = shape.fields.get(key) ?? { fields: new Map(), keys: null };
        shape.fields.set(key, inner);
        if (selection.selectionSet) walk(selection.selectionSet, inner);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment) walk(fragment.selectionSet, shape);
    }
  };
  const shape: OpenShape = { fields: new Map(), keys: null };
  if (root) walk(root.selectionSet, shape);
  return shape;
}

/** The same with renamed keys under both names, and with the plan's alignments in place. */
export function withAlignments(
  shape: FetchedShape,
  alignments: readonly Alignment[],
  renamed: ReadonlyMap<string, string>,
): FetchedShape {
  const fields = new Map<string, FetchedShape>();
  for (const [key, inner] of shape.fields) {
    const below = alignments
      .filter((alignment) => alignment.path[0] === key && alignment.path.length > 1)
      .map((alignment) => ({ ...alignment, path: alignment.path.slice(1) }));
    const here = alignments.find(
      (alignment) => alignment.path.length === 1 && alignment.path[0] === key,
    );
    const made = withAlignments(inner, below, renamed);
    const aligned = here === undefined ? made : { ...made, keys: here.keys };
    fields.set(key, aligned);
    const newKey = renamed.get(key);
    if (newKey !== undefined && !fields.has(newKey)) fields.set(newKey, aligned);
  }
  return { fields, keys: shape.keys };
}
