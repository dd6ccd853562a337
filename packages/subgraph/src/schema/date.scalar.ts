import { GraphQLScalarType, Kind } from 'graphql';
import { ExposedError } from '../errors/exposed-error.js';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Civil date kept as text: turning it into an instant would move it by a day west of Greenwich. */
export const DateScalar: GraphQLScalarType<string, string> = new GraphQLScalarType({
  name: 'Date',
  description: 'Date civile, AAAA-MM-JJ, Europe/Paris.',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});

function parse(value: unknown): string {
  if (typeof value === 'string' && SHAPE.test(value)) {
    const instant = new Date(`${value}T00:00:00Z`);
    // The round trip refuses 2023-02-30, which Date reads as 2 March.
    if (!Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)) return value;
  }
  throw new ExposedError('DATE_INVALIDE', 'La date doit être écrite AAAA-MM-JJ et exister.');
}
