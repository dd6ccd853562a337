import {
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export type OutputVariance = 'SAME' | 'DEVENU_NON_NUL' | 'DEVENU_NULLABLE' | 'PRECISE' | 'CHANGE';
export type InputVariance = 'SAME' | 'ELARGI' | 'RESSERRE' | 'CHANGE';

/** What a client that receives `before` meets when it receives `after`. */
export function outputVariance(
  before: GraphQLType,
  after: GraphQLType,
  afterSchema: GraphQLSchema,
): OutputVariance {
  if (String(before) === String(after)) return 'SAME';
  const named = { before: getNamedType(before), after: getNamedType(after) };
  if (shape(before) !== shape(after)) return 'CHANGE';
  if (named.before.name !== named.after.name) {
    const general = afterSchema.getType(named.before.name);
    const isCase =
      isAbstractType(general) &&
      (isObjectType(named.after) || isInterfaceType(named.after)) &&
      afterSchema.isSubType(general, named.after);
    return isCase && !isLooser(before, after) ? 'PRECISE' : 'CHANGE';
  }
  return isLooser(before, after) ? 'DEVENU_NULLABLE' : 'DEVENU_NON_NUL';
}

/** What happens to a value written for `before` when `after` is asked. */
export function inputVariance(before: GraphQLType, after: GraphQLType): InputVariance {
  if (String(before) === String(after)) return 'SAME';
  if (shape(before) !== shape(after)) return 'CHANGE';
  if (getNamedType(before).name !== getNamedType(after).name) return 'CHANGE';
  return isLooser(after, before) ? 'RESSERRE' : 'ELARGI';
}

/** Lists only: `[[_]]`. */
function shape(type: GraphQLType): string {
  if (isNonNullType(type)) return shape(type.ofType);
  return isListType(type) ? `[${shape(type.ofType)}]` : '_';
}

/** Of two types of one shape: may `after` be null somewhere `before` may not? */
function isLooser(before: GraphQLType, after: GraphQLType): boolean {
  if (isNonNullType(before)) {
    return isNonNullType(after) ? isLooser(before.ofType, after.ofType) : true;
  }
  const bare = isNonNullType(after) ? after.ofType : after;
  return isListType(before) && isListType(bare) ? isLooser(before.ofType, bare.ofType) : false;
}
