import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GRAPH_CHANGE_CODES } from './change-catalogue.js';
import { diffGraphs } from './diff-graphs.js';

interface Case {
  readonly avant: string;
  readonly apres: string;
  readonly code: string;
  readonly coordonnee: string;
  readonly severite?: string;
}

const BASE = `
  type Query { a(x: Int, e: Sorte, f: Filtre): String u: U i: I date: Date sortie: Sortie }
  type A implements I { id: ID! n: Int } type B { id: ID! } union U = A | B
  interface I { id: ID! } scalar Date enum Sorte { UN DEUX } enum Sortie { OUI NON }
  input Filtre { q: String } directive @vu(par: String) on FIELD | QUERY
`;
function change(from: string, to: string, code: string, coordonnee: string): Case {
  return { avant: BASE, apres: BASE.replace(from, to), code, coordonnee };
}
/** Swapped: what an addition undoes. */
function undo({ avant, apres }: Case, code: string, coordonnee: string): Case {
  return { avant: apres, apres: avant, code, coordonnee };
}

const fieldAdded = change('n: Int', 'n: Int m: Int', 'CHAMP_AJOUTE', 'A.m');
const fieldNonNull = change('n: Int', 'n: Int!', 'CHAMP_DEVENU_NON_NUL', 'A.n');
const argumentAdded = change('x: Int', 'x: Int y: [Int!] = [1]', 'ARGUMENT_AJOUTE', 'Query.a(y:)');
const argumentTight = change('x: Int', 'x: Int!', 'ARGUMENT_DEVENU_OBLIGATOIRE', 'Query.a(x:)');
const inputTight = change('q: String', 'q: String!', 'CHAMP_ENTREE_DEVENU_OBLIGATOIRE', 'Filtre.q');
const oneOf = change('input Filtre', 'input Filtre @oneOf', '', '');
const OLD = '@deprecated(reason: "retrait le 2024-03-31")';
const deprecated = change('n: Int', `n: Int ${OLD}`, 'DEPRECIATION_AJOUTEE', 'A.n');
const typeAdded = change('scalar Date', 'scalar Date scalar Heure', 'TYPE_AJOUTE', 'Heure');
const directiveAdded = change(
  'scalar Date',
  'scalar Date directive @su on FIELD',
  'DIRECTIVE_AJOUTEE',
  '@su',
);

const CASES: Case[] = [
  typeAdded,
  undo(typeAdded, 'TYPE_RETIRE', 'Heure'),
  change('scalar Date', 'enum Date { JOUR }', 'TYPE_NATURE_CHANGEE', 'Date'),
  fieldAdded,
  undo(fieldAdded, 'CHAMP_RETIRE', 'A.m'),
  change('n: Int', 'n: String', 'CHAMP_TYPE_CHANGE', 'A.n'),
  change('n: Int', 'n: [Int]', 'CHAMP_TYPE_CHANGE', 'A.n'),
  change('u: U', 'u: A', 'CHAMP_TYPE_PRECISE', 'Query.u'),
  change('i: I', 'i: A!', 'CHAMP_TYPE_PRECISE', 'Query.i'),
  change('i: I', 'i: B', 'CHAMP_TYPE_CHANGE', 'Query.i'),
  fieldNonNull,
  undo(fieldNonNull, 'CHAMP_DEVENU_NULLABLE', 'A.n'),
  {
    avant: 'type Query { l: [[Int!]!]! }',
    apres: 'type Query { l: [[Int]!]! }',
    code: 'CHAMP_DEVENU_NULLABLE',
    coordonnee: 'Query.l',
  },
  argumentAdded,
  undo(argumentAdded, 'ARGUMENT_RETIRE', 'Query.a(y:)'),
  change('x: Int', 'x: Int y: Int!', 'ARGUMENT_OBLIGATOIRE_AJOUTE', 'Query.a(y:)'),
  argumentTight,
  undo(argumentTight, 'ARGUMENT_TYPE_ELARGI', 'Query.a(x:)'),
  {
    avant: 'type Query { a(x: Int! = 1): Int }',
    apres: 'type Query { a(x: Int!): Int }',
    code: 'ARGUMENT_DEVENU_OBLIGATOIRE',
    coordonnee: 'Query.a(x:)',
  },
  change('x: Int', 'x: ID', 'ARGUMENT_TYPE_CHANGE', 'Query.a(x:)'),
  change('x: Int', 'x: Int = 20', 'ARGUMENT_DEFAUT_CHANGE', 'Query.a(x:)'),
  change('q: String', 'q: String r: Int', 'CHAMP_ENTREE_AJOUTE', 'Filtre.r'),
  undo(change('q: String', 'q: String r: Int', '', ''), 'CHAMP_ENTREE_RETIRE', 'Filtre.r'),
  change('q: String', 'q: String r: Int!', 'CHAMP_ENTREE_OBLIGATOIRE_AJOUTE', 'Filtre.r'),
  inputTight,
  undo(inputTight, 'CHAMP_ENTREE_TYPE_ELARGI', 'Filtre.q'),
  change('q: String', 'q: [String]', 'CHAMP_ENTREE_TYPE_CHANGE', 'Filtre.q'),
  change('q: String', 'q: String = "x"', 'CHAMP_ENTREE_DEFAUT_CHANGE', 'Filtre.q'),
  { ...oneOf, code: 'ENTREE_DEVENUE_EXCLUSIVE', coordonnee: 'Filtre' },
  undo(oneOf, 'ENTREE_PLUS_EXCLUSIVE', 'Filtre'),
  { ...change('UN DEUX', 'UN', 'VALEUR_RETIREE', 'Sorte.DEUX'), severite: 'CASSANT' },
  { ...change('OUI NON', 'OUI', 'VALEUR_RETIREE', 'Sortie.NON'), severite: 'RISQUE' },
  {
    ...change('UN DEUX', 'UN DEUX TROIS', 'VALEUR_AJOUTEE', 'Sorte.TROIS'),
    severite: 'SANS_RISQUE',
  },
  { ...change('OUI NON', 'OUI NON BOF', 'VALEUR_AJOUTEE', 'Sortie.BOF'), severite: 'RISQUE' },
  change('U = A | B', 'U = A', 'MEMBRE_UNION_RETIRE', 'U'),
  undo(change('U = A | B', 'U = A', '', ''), 'MEMBRE_UNION_AJOUTE', 'U'),
  change('A implements I', 'A', 'INTERFACE_RETIREE', 'A'),
  change('type B', 'type B implements I', 'INTERFACE_AJOUTEE', 'B'),
  change(
    'scalar Date',
    'scalar Date @specifiedBy(url: "https://exemple.fr")',
    'SCALAIRE_SPECIFICATION_CHANGEE',
    'Date',
  ),
  directiveAdded,
  undo(directiveAdded, 'DIRECTIVE_RETIREE', '@su'),
  change('FIELD | QUERY', 'FIELD', 'DIRECTIVE_EMPLACEMENT_RETIRE', '@vu'),
  change('FIELD | QUERY', 'FIELD | QUERY | MUTATION', 'DIRECTIVE_EMPLACEMENT_AJOUTE', '@vu'),
  change('par: String', 'par: String!', 'ARGUMENT_DEVENU_OBLIGATOIRE', '@vu(par:)'),
  deprecated,
  undo(deprecated, 'DEPRECIATION_RETIREE', 'A.n'),
  {
    avant: deprecated.apres,
    apres: deprecated.apres.replace('03-31', '04-30'),
    code: 'DEPRECIATION_CHANGEE',
    coordonnee: 'A.n',
  },
  {
    avant: deprecated.apres,
    apres: deprecated.apres.replace('03-31', '01-31'),
    code: 'DATE_DE_RETRAIT_AVANCEE',
    coordonnee: 'A.n',
  },
  change('DEUX', `DEUX ${OLD}`, 'DEPRECIATION_AJOUTEE', 'Sorte.DEUX'),
  change('n: Int', '"Nombre" n: Int', 'DESCRIPTION_CHANGEE', 'A.n'),
];

describe('chaque différence a son code, sa coordonnée et sa gravité', () => {
  test.each(CASES)('$code $coordonnee', ({ avant, apres, code, coordonnee, severite }) => {
    const changes = diffGraphs(avant, apres);

    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ code, coordonnee, ...(severite ? { severite } : {}) });
    if (changes[0]?.severite === 'CASSANT') expect(changes[0].remede).not.toBe('');
    expect(changes[0]?.message).toContain(coordonnee);
    expect(changes[0]?.message).not.toContain('undefined');
  });

  test('chaque code est couvert et documenté', () => {
    const seen = new Set([...CASES.map(({ code }) => code), 'OPERATION_INVALIDE']);
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

    expect(GRAPH_CHANGE_CODES.filter((code) => !seen.has(code))).toEqual([]);
    expect(GRAPH_CHANGE_CODES.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  });
});

test('deux graphes égaux ne diffèrent pas, quel que soit leur ordre', () => {
  expect(
    diffGraphs(
      'type Query { a: A b: Int } type A { x: Int }',
      'type A { x: Int } type Query { b: Int a: A }',
    ),
  ).toEqual([]);
});

test('un premier graphe n’est fait que d’ajouts', () => {
  expect(diffGraphs('', 'type Query { a: Int }')).toMatchObject([
    { code: 'TYPE_AJOUTE', coordonnee: 'Query', severite: 'SANS_RISQUE' },
  ]);
});

test('le partenaire qui répond d’une coordonnée est nommé', () => {
  const [removed] = diffGraphs(
    'type Query { a: Int b: Int }',
    'type Query { b: Int }',
    (coordonnee) => (coordonnee === 'Query.a' ? 'region' : undefined),
  );

  expect(removed).toMatchObject({ code: 'CHAMP_RETIRE', partenaire: 'region' });
});
