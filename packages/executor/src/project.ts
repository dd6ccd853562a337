import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { type Answer, type Place, report, reportFailure } from './answer.js';
import type { KeyNames } from './client-shape.js';
import { type CollectContext, collectFields } from './collect-fields.js';
import { compileLeaf } from './complete-leaf.js';
import { bareObject, isObject, type JsonObject, reader } from './json.js';

export interface ProjectContext extends CollectContext {
  readonly names: KeyNames;
  /** Coordinates nobody can answer now -> the partner that is missing. */
  readonly absents: ReadonlyMap<string, string>;
}

/** Writes the client's answer from the fetched data; null when a null reached the root. */
export type Project = (data: JsonObject, answer: Answer) => JsonObject | null;

export function compileProjection(
  operation: OperationTypeNode,
  set: SelectionSetNode,
  context: ProjectContext,
): Project {
  const root = context.schema.getRootType(operation);
  if (!root) return () => null;
  const complete = objectCompleter(root.name, [set], context, true);
  return (data, answer) => {
    const value = complete(data, answer);
    return value === FAILED ? null : value;
  };
}

/** No value, and the client has been told why. */
const FAILED = Symbol('failed');
type Failed = typeof FAILED;

/** Completes a value that is not null: gives it, or FAILED. */
type Complete = (value: unknown, answer: Answer) => unknown;

interface Completer {
  readonly isNonNull: boolean;
  readonly complete: Complete;
  readonly place: Place;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
}

/**
 * A value at a place: null propagates to the nearest parent that admits it, and each place that
 * is null for a reason gets one error.
 *
 * @source GraphQL specification, Handling Field Errors
 */
function settle(
  value: unknown,
  holder: object,
  key: string | number,
  completer: Completer,
  answer: Answer,
): unknown {
  if (value === undefined || value === null) {
    const mark = answer.failures.isEmpty ? undefined : answer.failures.at(holder, key);
    if (mark !== undefined) {
      const isTold = mark.isShadow && (mark.failure.reported > 0 || !completer.isNonNull);
      if (!isTold) reportFailure(answer, completer.place, mark.failure);
    } else if (completer.isNonNull) {
      report(
        answer,
        completer.place,
        'CHAMP_NUL',
        `Le champ « ${completer.coordinate} » ne peut pas être nul, et aucune valeur n'a été donnée.`,
      );
    }
    return completer.isNonNull ? FAILED : null;
  }
  const done = completer.complete(value, answer);
  return done === FAILED && !completer.isNonNull ? null : done;
}

type CompleteObject = (value: JsonObject, answer: Answer) => JsonObject | Failed;

interface FieldPlan {
  readonly responseKey: string;
  readonly isNonNull: boolean;
  readonly run: (object: JsonObject, answer: Answer) => unknown;
}

function objectCompleter(
  typename: string,
  sets: readonly SelectionSetNode[],
  context: ProjectContext,
  isRoot = false,
): CompleteObject {
  const fields: FieldPlan[] = [];
  for (const [responseKey, nodes] of collectFields(typename, sets, context)) {
    const plan = fieldPlan(typename, responseKey, nodes, context, isRoot);
    if (plan !== null) fields.push(plan);
  }
  return (object, answer) => {
    const out = bareObject();
    const depth = answer.depth;
    answer.depth = depth + 1;
    for (const field of fields) {
      answer.path[depth] = field.responseKey;
      const value = field.run(object, answer);
      if (value === FAILED) {
        answer.depth = depth;
        return FAILED;
      }
      out[field.responseKey] = value;
    }
    answer.depth = depth;
    return out;
  };
}

function fieldPlan(
  typename: string,
  responseKey: string,
  nodes: readonly FieldNode[],
  context: ProjectContext,
  isRoot: boolean,
): FieldPlan | null {
  const node = nodes[0];
  if (node === undefined) return null;
  const name = node.name.value;
  const type = context.schema.getType(typename);
  if (name === '__typename') {
    return {
      responseKey,
      isNonNull: true,
      run: isAbstractType(type) ? (object) => object['__typename'] : () => typename,
    };
  }
  if (isRoot && (name === '__schema' || name === '__type')) {
    return {
      responseKey,
      isNonNull: false,
      run: (_object, answer) => answer.introspection?.[responseKey] ?? null,
    };
  }
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (field === undefined) return null;
  const coordinate = `${typename}.${name}`;
  const place: Place = { node, responseKeyOf: context.names.responseKey };
  const isNonNull = isNonNullType(field.type);
  const absent = context.absents.get(coordinate);
  if (absent !== undefined) {
    return {
      responseKey,
      isNonNull,
      run: (_object, answer) => {
        report(
          answer,
          place,
          'PARTENAIRE_INDISPONIBLE',
          `Le partenaire « ${absent} » ne répond pas : « ${coordinate} » n'est pas disponible.`,
          absent,
        );
        return isNonNull ? FAILED : null;
      },
    };
  }
  const sets = nodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : []));
  const completer = typeCompleter(field.type, sets, place, coordinate, context);
  // Fields that merge have the same signature, hence the same source key.
  const sourceKey = context.names.sourceKey(node);
  const read = reader(sourceKey);
  return {
    responseKey,
    isNonNull,
    run: (object, answer) => settle(read(object), object, sourceKey, completer, answer),
  };
}

function typeCompleter(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  place: Place,
  coordinate: string,
  context: ProjectContext,
): Completer {
  const isNonNull = isNonNullType(type);
  const inner = isNonNull ? type.ofType : type;
  return { isNonNull, place, coordinate, complete: completeOf(inner) };

  function completeOf(nullable: typeof inner): Complete {
    if (isListType(nullable)) {
      return completeList(typeCompleter(nullable.ofType, sets, place, coordinate, context));
    }
    if (isLeafType(nullable)) {
      const leaf = compileLeaf(nullable);
      const hidden = hiddenNames(nullable);
      return (value, answer) => {
        const done = leaf(value);
        if (done !== undefined) return done;
        if (!isNonNull && hidden.has(value)) return null;
        const message = `La valeur reçue pour « ${coordinate} » n'est pas du type ${nullable.name}.`;
        report(answer, place, 'VALEUR_INVALIDE', message);
        return FAILED;
      };
    }
    return completeObject(nullable, sets, { isNonNull, place, coordinate }, context);
  }
}

/**
 * What the graph hides is null for its clients, and that is no failure: an error would tell that
 * something hidden is there. Only a place that can't be null has to say why it has no value.
 */
function hiddenNames(type: GraphQLNamedType): ReadonlySet<unknown> {
  const names = type.extensions['hidden'];
  return new Set(Array.isArray(names) ? names : []);
}

function completeList(item: Completer): Complete {
  return (value, answer) => {
    if (!Array.isArray(value)) {
      const message = `« ${item.coordinate} » devait être une liste.`;
      report(answer, item.place, 'VALEUR_INVALIDE', message);
      return FAILED;
    }
    const out: unknown[] = [];
    const depth = answer.depth;
    answer.depth = depth + 1;
    for (let i = 0; i < value.length; i += 1) {
      answer.path[depth] = i;
      const done = settle(value[i], value, i, item, answer);
      if (done === FAILED) {
        answer.depth = depth;
        return FAILED;
      }
      out.push(done);
    }
    answer.depth = depth;
    return out;
  };
}

function completeObject(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  { isNonNull, place, coordinate }: Omit<Completer, 'complete'>,
  context: ProjectContext,
): Complete {
  const hidden = hiddenNames(type);
  const byType = new Map<string, CompleteObject>();
  const completerOf = (typename: string): CompleteObject => {
    const known = byType.get(typename) ?? objectCompleter(typename, sets, context);
    byType.set(typename, known);
    return known;
  };
  const isPossible = (typename: string): boolean => {
    const actual = context.schema.getType(typename);
    return isAbstractType(type) && isObjectType(actual) && context.schema.isSubType(type, actual);
  };
  const abstract = isAbstractType(type);
  return (value, answer) => {
    if (!isObject(value)) {
      report(answer, place, 'VALEUR_INVALIDE', `« ${coordinate} » devait être un objet.`);
      return FAILED;
    }
    if (!abstract) return completerOf(type.name)(value, answer);
    const typename = value['__typename'];
    // Not asked when nothing depends on it: the fields of the interface are then all there is.
    if (typename === undefined || typename === type.name) {
      return completerOf(type.name)(value, answer);
    }
    if (typeof typename === 'string' && (byType.has(typename) || isPossible(typename))) {
      return completerOf(typename)(value, answer);
    }
    if (!isNonNull && hidden.has(typename)) return null;
    report(
      answer,
      place,
      'TYPE_INCONNU',
      `L'objet reçu pour « ${coordinate} » est d'un type que le graphe ne montre pas.`,
    );
    return FAILED;
  };
}
