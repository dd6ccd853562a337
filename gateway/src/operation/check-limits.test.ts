import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { GatewayError } from '../errors.js';
import { LIMITES } from '../limits.js';
import { checkLimits } from './check-limits.js';

function verdict(query: string): string {
  try {
    checkLimits(parse(query), LIMITES);
  } catch (error) {
    if (error instanceof GatewayError) return error.code;
    throw error;
  }
  return 'ACCEPTE';
}

const imbrique = (niveaux: number) => `${'{ a '.repeat(niveaux)}${'}'.repeat(niveaux)}`;

describe('limites d’une opération', () => {
  it('accepte douze niveaux et refuse le treizième', () => {
    expect(verdict(imbrique(12))).toBe('ACCEPTE');
    expect(verdict(imbrique(13))).toBe('PROFONDEUR_EXCESSIVE');
  });

  it('mesure la profondeur à travers les fragments', () => {
    const query = `{ ...F } fragment F on Query ${imbrique(13)}`;
    expect(verdict(query)).toBe('PROFONDEUR_EXCESSIVE');
  });

  it('refuse trop d’alias, de champs racines, de directives', () => {
    const n = (count: number, f: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => f(i)).join(' ');
    expect(verdict(`{ x { ${n(31, (i) => `a${i}: b`)} } }`)).toBe('ALIAS_TROP_NOMBREUX');
    expect(verdict(`{ ${n(21, (i) => `champ${i}`)} }`)).toBe('RACINES_TROP_NOMBREUSES');
    expect(verdict(`{ a ${n(51, () => '@include(if: true)')} }`)).toBe(
      'DIRECTIVES_TROP_NOMBREUSES',
    );
  });

  it('compte les racines cachées dans un fragment', () => {
    const champs = Array.from({ length: 21 }, (_, i) => `champ${i}`).join(' ');
    expect(verdict(`{ ...F } fragment F on Query { ${champs} }`)).toBe('RACINES_TROP_NOMBREUSES');
  });

  it('refuse des fragments qui doublent à chaque étage, sans les développer', () => {
    const etages = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Q { a { ...F${i + 1} } ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
    expect(verdict(`{ x { ...F0 } } ${etages} fragment F30 on Q { b }`)).toMatch(
      /SELECTIONS_TROP_NOMBREUSES|PROFONDEUR_EXCESSIVE/,
    );
    const plats = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
    expect(verdict(`{ x { ...F0 } } ${plats} fragment F30 on Q { b }`)).toBe(
      'SELECTIONS_TROP_NOMBREUSES',
    );
  });

  it('s’arrête sur des fragments en cercle, que la validation refuse ensuite', () => {
    expect(verdict('{ ...A } fragment A on Q { ...B } fragment B on Q { ...A x }')).toBe('ACCEPTE');
  });

  it('laisse passer l’introspection habituelle', () => {
    expect(verdict(getIntrospectionQuery())).toBe('ACCEPTE');
  });
});
