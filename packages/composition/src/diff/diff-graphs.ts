import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLUnionType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { ChangeRecorder, type PartenaireDe } from './change-recorder.js';
import { diffDirectives } from './diff-directives.js';
import { diffFields } from './diff-fields.js';
import { diffInputs } from './diff-inputs.js';
import type { GraphChange } from './graph-change.js';
import { positionsOf } from './positions.js';
import { readApi } from './read-api.js';

/**
 * Every difference between two API schemas (what clients see), in the order of the first.
 *
 * @param before - API SDL of the live graph; empty when there is none yet
 * @param after - API SDL of the graph that would take its place
 * @param partenaireDe - who answers for a coordinate: `(c) => ownerOf(carte, c)`
 * @throws GraphQLError when a text is not SDL
 */
export function diffGraphs(
  before: string,
  after: string,
  partenaireDe: PartenaireDe = () => undefined,
): GraphChange[] {
  const recorder = new ChangeRecorder(partenaireDe);
  const beforeSchema = readApi(before);
  const afterSchema = readApi(after);
  const schemas: Schemas = {
    before: beforeSchema,
    after: afterSchema,
    sent: positionsOf(beforeSchema).sent,
    received: positionsOf(afterSchema).received,
  };
  const beforeTypes = ownTypes(schemas.before);
  const afterTypes = ownTypes(schemas.after);
  for (const [name, type] of beforeTypes) {
    const next = afterTypes.get(name);
    if (next === undefined) recorder.note('TYPE_RETIRE', name);
    else diffType(recorder, type, next, schemas);
  }
  for (const name of afterTypes.keys()) {
    if (!beforeTypes.has(name)) recorder.note('TYPE_AJOUTE', name);
  }
  diffDirectives(recorder, schemas.before, schemas.after);
  return recorder.changes;
}

interface Schemas {
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
  /** Types that clients could send until now. */
  readonly sent: ReadonlySet<string>;
  /** Types that clients would receive from now on. */
  readonly received: ReadonlySet<string>;
}

function ownTypes(schema: GraphQLSchema): ReadonlyMap<string, GraphQLNamedType> {
  return new Map(
    Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
      .map((type) => [type.name, type]),
  );
}

function diffType(
  recorder: ChangeRecorder,
  before: GraphQLNamedType,
  after: GraphQLNamedType,
  schemas: Schemas,
): void {
  if (isObjectType(before) && isObjectType(after)) {
    diffFields(recorder, before, after, schemas.after);
  } else if (isInterfaceType(before) && isInterfaceType(after)) {
    diffFields(recorder, before, after, schemas.after);
  } else if (isUnionType(before) && isUnionType(after)) diffUnion(recorder, before, after);
  else if (isEnumType(before) && isEnumType(after)) diffEnum(recorder, before, after, schemas);
  else if (isInputObjectType(before) && isInputObjectType(after)) {
    diffInputObject(recorder, before, after);
  } else if (isScalarType(before) && isScalarType(after)) {
    const avant = before.specifiedByURL ?? undefined;
    const apres = after.specifiedByURL ?? undefined;
    if (avant !== apres) {
      recorder.note('SCALAIRE_SPECIFICATION_CHANGEE', before.name, { avant, apres });
    }
  } else {
    recorder.note('TYPE_NATURE_CHANGEE', before.name, {
      avant: natureOf(before),
      apres: natureOf(after),
    });
  }
  recorder.documented(before.name, before, after);
}

function diffUnion(
  recorder: ChangeRecorder,
  before: GraphQLUnionType,
  after: GraphQLUnionType,
): void {
  const names = (union: GraphQLUnionType): string[] => union.getTypes().map((each) => each.name);
  const beforeNames = names(before);
  const afterNames = names(after);
  for (const avant of beforeNames) {
    if (!afterNames.includes(avant)) recorder.note('MEMBRE_UNION_RETIRE', before.name, { avant });
  }
  for (const apres of afterNames) {
    if (!beforeNames.includes(apres)) recorder.note('MEMBRE_UNION_AJOUTE', before.name, { apres });
  }
}

/** A value that clients only receive may go without harm; one they only send may come. */
function diffEnum(
  recorder: ChangeRecorder,
  before: GraphQLEnumType,
  after: GraphQLEnumType,
  schemas: Schemas,
): void {
  const isSent = schemas.sent.has(before.name);
  const isReceived = schemas.received.has(before.name);
  for (const value of before.getValues()) {
    const coordonnee = `${before.name}.${value.name}`;
    const next = after.getValue(value.name);
    if (next) recorder.documented(coordonnee, value, next);
    else {
      recorder.note('VALEUR_RETIREE', coordonnee, { severite: isSent ? 'CASSANT' : 'RISQUE' });
    }
  }
  for (const value of after.getValues()) {
    if (before.getValue(value.name)) continue;
    recorder.note('VALEUR_AJOUTEE', `${before.name}.${value.name}`, {
      severite: isReceived ? 'RISQUE' : 'SANS_RISQUE',
    });
  }
}

function diffInputObject(
  recorder: ChangeRecorder,
  before: GraphQLInputObjectType,
  after: GraphQLInputObjectType,
): void {
  if (!before.isOneOf && after.isOneOf) recorder.note('ENTREE_DEVENUE_EXCLUSIVE', before.name);
  if (before.isOneOf && !after.isOneOf) recorder.note('ENTREE_PLUS_EXCLUSIVE', before.name);
  diffInputs({
    recorder,
    kind: 'CHAMP_ENTREE',
    before: Object.values(before.getFields()),
    after: Object.values(after.getFields()),
    coordonneeOf: (name) => `${before.name}.${name}`,
  });
}

function natureOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'un objet';
  if (isInterfaceType(type)) return 'une interface';
  if (isUnionType(type)) return 'une union';
  if (isEnumType(type)) return 'une énumération';
  return isInputObjectType(type) ? 'une entrée' : 'un scalaire';
}
