import type { RequiresSelection, Rewrite } from '@passerelle/planner';
import type { GraphQLSchema } from 'graphql';
import type { Failure, Failures } from './failures.js';
import { isObject, type JsonObject, own, reader } from './json.js';
import { compileRewrites } from './rewrites.js';
import { typeTest } from './type-conditions.js';

/**
 * Writes an entity's representation as JSON text, which serves both as request body and as the
 * key that tells equal ones. Null: the selection doesn't speak of this type. A Failure: what it
 * needs could not be fetched.
 */
export type WriteRepresentation = (
  entity: JsonObject,
  failures: Failures,
) => string | null | Failure;

export function compileRepresentation(
  requires: readonly RequiresSelection[],
  inputRewrites: readonly Rewrite[],
  schema: GraphQLSchema,
): WriteRepresentation {
  const write = compileSelections(requires, schema);
  const rewrite = compileRewrites(inputRewrites, schema);
  return (entity, failures) => {
    const out: Out = { failures, failure: null, fields: 0 };
    const text = write(entity, out);
    if (out.failure !== null) return out.failure;
    if (out.fields === 0) return null;
    if (rewrite === null) return text;
    const value: unknown = JSON.parse(text);
    rewrite(value);
    return JSON.stringify(value);
  };
}

interface Out {
  readonly failures: Failures;
  failure: Failure | null;
  /** Fields written, `__typename` apart. */
  fields: number;
}

type WriteObject = (object: JsonObject, out: Out) => string;

interface FieldWriter {
  readonly head: string;
  readonly sourceKey: string;
  readonly isTypename: boolean;
  readonly read: (object: JsonObject) => unknown;
  readonly inner: WriteObject | null;
}

function compileSelections(
  selections: readonly RequiresSelection[],
  schema: GraphQLSchema,
): WriteObject {
  const byType = new Map<string, readonly FieldWriter[]>();
  return (object, out) => {
    const typename = object['__typename'];
    const type = typeof typename === 'string' ? typename : '';
    let writers = byType.get(type);
    if (writers === undefined) {
      writers = writersFor(selections, type, schema);
      byType.set(type, writers);
    }
    let text = '';
    for (const writer of writers) {
      const value = writer.read(object);
      if (value === undefined) {
        const mark = out.failures.isEmpty ? undefined : out.failures.at(object, writer.sourceKey);
        if (mark !== undefined) out.failure ??= mark.failure;
        continue;
      }
      if (!writer.isTypename) out.fields += 1;
      // Null inputs are told as null: leaving them out would make them unknown to the subgraph.
      text += `${text === '' ? '' : ','}${writer.head}${writeValue(value, writer.inner, out)}`;
    }
    return `{${text}}`;
  };
}

function writeValue(value: unknown, inner: WriteObject | null, out: Out): string {
  if (inner === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${value.map((item) => writeValue(item, inner, out)).join(',')}]`;
  }
  return isObject(value) ? inner(value, out) : 'null';
}

function writersFor(
  selections: readonly RequiresSelection[],
  typename: string,
  schema: GraphQLSchema,
): readonly FieldWriter[] {
  const fields = new Map<string, { sourceKey: string; inner: RequiresSelection[] }>();
  const collect = (list: readonly RequiresSelection[]): void => {
    for (const selection of list) {
      if (selection.kind === 'InlineFragment') {
        // An object without a type is of the only type that it can be.
        if (typename === '' || typeTest(schema, [selection.typeCondition])(typename)) {
          collect(selection.selections);
        }
        continue;
      }
      const known = fields.get(selection.name);
      if (known === undefined) {
        fields.set(selection.name, {
          sourceKey: selection.sourceKey,
          inner: [...selection.selections],
        });
      } else {
        known.inner.push(...selection.selections);
      }
    }
  };
  collect(selections);
  return [...fields].map(([name, { sourceKey, inner }]) => {
    const read = reader(sourceKey);
    return {
      head: `${JSON.stringify(name)}:`,
      sourceKey,
      isTypename: name === '__typename',
      // Where the engine gave one alias for two places, one of them has the plain name only.
      read:
        name === sourceKey
          ? read
          : (object: JsonObject) => read(object) ?? own(object, name) ?? read(object),
      inner: inner.length === 0 ? null : compileSelections(inner, schema),
    };
  });
}
