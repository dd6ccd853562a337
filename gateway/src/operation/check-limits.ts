import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type CodeErreur, GatewayError } from '../errors.js';
import type { Limites } from '../limits.js';

type LimitesDuDocument = Pick<
  Limites,
  'profondeur' | 'alias' | 'racines' | 'directives' | 'selections'
>;

/**
 * Refuses what would cost too much to validate and plan. Runs before validation, whose
 * field-merging rule is quadratic, and in time linear in the document: a fragment is
 * measured once however many times it is spread.
 *
 * @throws GatewayError with the code of the limit that was passed
 */
export function checkLimits(document: DocumentNode, limites: LimitesDuDocument): void {
  let alias = 0;
  let directives = 0;
  visit(document, {
    Field(node) {
      if (node.alias !== undefined) alias += 1;
    },
    Directive() {
      directives += 1;
    },
  });
  refuseAbove('ALIAS_TROP_NOMBREUX', alias, limites.alias);
  refuseAbove('DIRECTIVES_TROP_NOMBREUSES', directives, limites.directives);

  const measure = createMeasure(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, fields, topFields, introspectionDepth } = measure(definition.selectionSet);
    refuseAbove('RACINES_TROP_NOMBREUSES', topFields, limites.racines);
    refuseAbove('PROFONDEUR_EXCESSIVE', depth, limites.profondeur);
    // The usual introspection query is deeper than any query of data, and bounded by its own rule.
    refuseAbove('PROFONDEUR_EXCESSIVE', introspectionDepth, limites.profondeur * 2);
    refuseAbove('SELECTIONS_TROP_NOMBREUSES', fields, limites.selections);
  }
}

function refuseAbove(code: CodeErreur, value: number, limite: number): void {
  if (value > limite) throw new GatewayError(code, { champs: { limite } });
}

interface Measure {
  depth: number;
  introspectionDepth: number;
  fields: number;
  topFields: number;
}

const NOTHING: Measure = { depth: 0, introspectionDepth: 0, fields: 0, topFields: 0 };

function createMeasure(document: DocumentNode): (selections: SelectionSetNode) => Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const known = new Map<string, Measure>();

  function measure(set: SelectionSetNode): Measure {
    const total = { ...NOTHING };
    for (const selection of set.selections) {
      const part = measureSelection(selection);
      total.depth = Math.max(total.depth, part.depth);
      total.introspectionDepth = Math.max(total.introspectionDepth, part.introspectionDepth);
      total.fields += part.fields;
      total.topFields += part.topFields;
    }
    return total;
  }

  function measureSelection(selection: SelectionSetNode['selections'][number]): Measure {
    switch (selection.kind) {
      case Kind.INLINE_FRAGMENT:
        return measure(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return measureFragment(selection.name.value);
      case Kind.FIELD: {
        const inner = selection.selectionSet ? measure(selection.selectionSet) : NOTHING;
        const deepest = 1 + Math.max(inner.depth, inner.introspectionDepth);
        const isIntrospection =
          selection.name.value === '__schema' || selection.name.value === '__type';
        return {
          depth: isIntrospection ? 0 : 1 + inner.depth,
          introspectionDepth: isIntrospection ? deepest : 0,
          fields: 1 + inner.fields,
          topFields: 1,
        };
      }
    }
  }

  function measureFragment(name: string): Measure {
    const already = known.get(name);
    if (already !== undefined) return already;
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    // A cycle ends here and is refused by validation, with the names of the fragments.
    known.set(name, NOTHING);
    const measured = measure(fragment.selectionSet);
    known.set(name, measured);
    return measured;
  }

  return measure;
}
