import { isSiret } from '@passerelle/reference-data';
import { GraphQLScalarType, Kind } from 'graphql';
import { ExposedError } from '../errors/exposed-error.js';

export const SiretScalar: GraphQLScalarType<string, string> = new GraphQLScalarType({
  name: 'Siret',
  description: 'Numéro SIRET : 14 chiffres, clé vérifiée.',
  serialize: (value) => String(value),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});

/** Spaces are how people group the digits; anything else is a mistake worth telling. */
function parse(value: unknown): string {
  const compact = typeof value === 'string' ? value.replaceAll(' ', '') : '';
  if (/^\d{14}$/.test(compact) && isSiret(compact)) return compact;
  throw new ExposedError(
    'SIRET_INVALIDE',
    'Le SIRET doit compter 14 chiffres et porter une clé valable. Vérifiez la saisie.',
  );
}
