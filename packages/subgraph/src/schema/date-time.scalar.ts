import { GraphQLScalarType, Kind } from 'graphql';
import { ExposedError } from '../errors/exposed-error.js';

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

export const DateTimeScalar: GraphQLScalarType<Date, string> = new GraphQLScalarType({
  name: 'DateTime',
  description: 'Instant ISO 8601 en temps universel.',
  serialize: (value) => parse(value).toISOString(),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});

function parse(value: unknown): Date {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  if (typeof value === 'string' && SHAPE.test(value)) {
    const instant = new Date(value);
    if (!Number.isNaN(instant.getTime())) return instant;
  }
  throw new ExposedError(
    'INSTANT_INVALIDE',
    'L’instant doit être écrit au format ISO 8601, par exemple 2023-12-15T09:30:00Z.',
  );
}
