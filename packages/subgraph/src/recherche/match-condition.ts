import type { SqlValue } from '../database/sql-reader.js';
import type { Recherche } from './recherche.js';

/** Adds a value to a statement and gives its placeholder. */
export type Bind = (value: SqlValue) => string;

/** Placeholders of a statement that is put together piece by piece. */
export function createBinder(values: SqlValue[] = []): { values: readonly SqlValue[]; bind: Bind } {
  return { values, bind: (value) => `$${values.push(value)}` };
}

/**
 * SQL condition: a row is found by its exact code or by the beginnings of words of its key.
 *
 * @param columns - SQL expressions; `key` holds `normaliserNom` of the name, indexed with a space
 *   in front: `(' ' || key) gin_trgm_ops`
 */
export function matchCondition(
  { code, mots }: Recherche,
  columns: { code: string; key: string },
  bind: Bind,
): string {
  // Words hold letters and digits only: nothing in them means something to LIKE.
  const byWords = mots.map((variant) =>
    variant.map((mot) => `(' ' || ${columns.key}) LIKE ${bind(`% ${mot}%`)}`).join(' AND '),
  );
  return `(${[`${columns.code} = ${bind(code)}`, ...byWords].join(' OR ')})`;
}
