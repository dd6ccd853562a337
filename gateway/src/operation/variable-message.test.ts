import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { variableError } from './variable-message.js';

const schema = buildSchema(`
  enum Meteo { SOLEIL ORAGE }
  input Saisie { code: ID! avancement: Int! meteo: Meteo }
  type Query { a(c: ID, n: Int, m: Meteo, s: Saisie, l: [Int!]): Int }
`);

/** What graphql-js itself says of these variables, as the executor gives it. */
function dire(types: string, variables: Record<string, unknown>) {
  const [operation] = parse(`query (${types}) { a }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation was expected');
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const [error] = errors ?? [];
  if (error === undefined) throw new Error('a refusal was expected');
  return variableError({
    message: `Les variables ne conviennent pas : ${error.message}`,
    extensions: { code: 'VARIABLES_INVALIDES' },
  });
}

describe('refus d’une variable', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['$c: ID!', {}, '« $c » (ID!) est obligatoire.'],
    ['$c: ID!', { c: null }, '« $c » (ID!) ne peut pas être nulle.'],
    ['$n: Int', { n: 1.5 }, '« $n » n’est pas du type « Int ».'],
    ['$n: Int', { n: 2 ** 40 }, '« $n » n’est pas du type « Int ».'],
    ['$l: [Int!]', { l: [1, 'x'] }, '« $l[1] » n’est pas du type « Int ».'],
    ['$l: [Int!]', { l: [null] }, '« $l[0] » n’est pas du type « Int! ».'],
    ['$m: Meteo', { m: 'PLUIE' }, '« $m » n’est pas une valeur de « Meteo ».'],
    ['$s: Saisie', { s: 5 }, '« $s » n’est pas du type « Saisie ».'],
    [
      '$s: Saisie',
      { s: { code: 'a', avancement: 'x' } },
      '« $s.avancement » n’est pas du type « Int ».',
    ],
    [
      '$s: Saisie',
      { s: { code: 'a', avancement: 1, meteo: 'PLUIE' } },
      '« $s.meteo » n’est pas une valeur de « Meteo ».',
    ],
    [
      '$s: Saisie',
      { s: { code: 'a' } },
      '« $s » : le champ « avancement » (Int!) est obligatoire.',
    ],
    [
      '$s: Saisie',
      { s: { code: 'a', avancement: 1, role: 'x' } },
      '« $s » : le champ « role » n’existe pas dans « Saisie ».',
    ],
  ])('%s avec %j', (types, variables, precision) => {
    expect(dire(types, variables).message).toBe(
      `Une variable n’a pas la valeur attendue. ${precision}`,
    );
  });

  it('ne renvoie pas toute la valeur donnée', () => {
    const error = dire('$n: Int', { n: 'x'.repeat(100_000) });
    expect(error.message).toContain('« $n » n’est pas du type « Int ».');
    expect(JSON.stringify(error).length).toBeLessThan(800);
    expect(error.extensions.code).toBe('VARIABLES_INVALIDES');
  });
});
