import type { Identite } from '@passerelle/identity';
import { buildASTSchema, type GraphQLSchema, Kind, parse, printSchema, visit } from 'graphql';
import { GatewayError } from '../errors.js';
import type { PreparedOperation } from '../operation/prepared-operation.js';
import { satisfies } from './satisfies.js';

/**
 * Fields of an operation that this identity may not have, sorted. Asked before planning: a
 * refused field is never fetched.
 *
 * @throws GatewayError ACCES_REFUSE when the refused field is the act itself (root of a
 *   mutation) or the stream itself: nothing of the operation may start
 */
export function refusedFields(
  operation: PreparedOperation,
  identite: Identite | null,
): readonly string[] {
  if (operation.gardes.length === 0) return NONE;
  const refuses: string[] = [];
  for (const garde of operation.gardes) {
    if (garde.exigences.every((exigence) => satisfies(identite, exigence))) continue;
    if (operation.kind !== 'query' && garde.racine !== null) {
      throw new GatewayError('ACCES_REFUSE', {
        precision: `L’opération « ${garde.coordonnee.split('.')[1]} » n’a pas été lancée.`,
        path: [garde.racine],
      });
    }
    refuses.push(garde.coordonnee);
  }
  return refuses.length === 0 ? NONE : refuses.sort();
}

const NONE: readonly string[] = [];

/** The same schema without some fields: what an operation must be pruned to. */
export function schemaWithout(
  schema: GraphQLSchema,
  coordonnees: ReadonlySet<string>,
): GraphQLSchema {
  const document = visit(parse(printSchema(schema), { noLocation: true }), {
    ObjectTypeDefinition: (node) => withoutFields(node, coordonnees),
    InterfaceTypeDefinition: (node) => withoutFields(node, coordonnees),
    [Kind.FIELD_DEFINITION]: () => false,
  });
  // A type may be left without fields: it is only used to say what can be asked.
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
}

function withoutFields<
  N extends { name: { value: string }; fields?: readonly { name: { value: string } }[] },
>(node: N, coordonnees: ReadonlySet<string>): N {
  return {
    ...node,
    fields: (node.fields ?? []).filter(
      (field) => !coordonnees.has(`${node.name.value}.${field.name.value}`),
    ),
  };
}
