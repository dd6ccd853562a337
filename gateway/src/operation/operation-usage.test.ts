import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { createOperationUsage } from './operation-usage.js';

function reported(text: string, operationName?: string): string {
  const document = parse(text);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('no such operation');
  return createOperationUsage(document, operation, []).document().document;
}

it('aucune valeur écrite ne part : textes, nombres, booléens, listes, valeurs par défaut', () => {
  const text = reported(
    `query Q($n: String = "Camille") {
       a(nom: $n, age: 42, tel: "06 00 00 00 00", note: 3.5, ok: true, ids: ["x", "y"]) # Camille
     }`,
  );
  expect(text).not.toMatch(/Camille|42|06|3\.5|true|"x"/);
  expect(text).toContain('ids: ["", ""]');
});

it('un alias ne part pas non plus ; le même reste le même', () => {
  const text = reported(
    `query Q { siret_12345: e(id: "12345") { nom } siret_67890: e(id: "67890") { ...F }
       siret_12345: e(id: "12345") { id } } fragment F on E { camille: nom }`,
  );
  expect(text).not.toMatch(/12345|67890|camille/);
  expect(text.match(/a\d: \w+/g)).toEqual(['a1: e', 'a2: e', 'a1: e', 'a3: nom']);
});

it('deux demandes qui ne diffèrent que par ce qu’elles cherchent sont la même', () => {
  const one = 'query Q { a12: e(id: "12") { nom } b34: e(id: "34") { nom } }';
  const other = 'query Q { a56: e(id: "56") { nom } b78: e(id: "78") { nom } }';
  expect(reported(one)).toBe(reported(other));
});

it('seule l’opération demandée part, avec ses fragments', () => {
  const text = reported('query A { a ...F } query B { b } fragment F on Query { c }', 'A');
  expect(text).toContain('fragment F');
  expect(text).not.toContain('query B');
});
