import { type FieldNode, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { fieldSignature } from './field-signature.js';
import { fromRustPlan } from './from-rust-plan.js';

test('les deux formes des réécritures, les clés renommées, les conditions', () => {
  const node = fromRustPlan({
    kind: 'Condition',
    condition: 'a',
    ifClause: {
      kind: 'Flatten',
      path: [{ Field: 'choses' }, '@', { TypeCondition: ['Film'] }],
      node: {
        kind: 'Fetch',
        serviceName: 'notes',
        operation: '{ _entities { x } }',
        requires: [
          {
            kind: 'InlineFragment',
            typeCondition: 'Film',
            selections: [{ kind: 'Field', name: '_internal_0', alias: 'prix' }],
          },
        ],
        inputRewrites: [{ ValueSetter: { path: [{ Key: '__typename' }], setValueTo: 'Media' } }],
        outputRewrites: [
          { kind: 'ValueSetter', path: [{ TypenameEquals: ['A'] }, { Key: 'x' }], setValueTo: 'y' },
          { KeyRenamer: { path: [{ Key: 'alias' }], renameKeyTo: 'nom' } },
        ],
      },
    },
  });

  expect(node).toEqual({
    kind: 'Condition',
    variable: 'a',
    ifTrue: {
      kind: 'Flatten',
      path: [
        { kind: 'Field', key: 'choses' },
        { kind: 'List' },
        { kind: 'TypeCondition', types: ['Film'] },
      ],
      node: {
        kind: 'Fetch',
        partenaire: 'notes',
        operationKind: 'query',
        operationName: null,
        operation: '{ _entities { x } }',
        variableUsages: [],
        // Asked as the interface, so of any of its types.
        requires: [
          {
            kind: 'InlineFragment',
            typeCondition: 'Media',
            selections: [{ kind: 'Field', name: 'prix', sourceKey: '_internal_0', selections: [] }],
          },
        ],
        inputRewrites: [
          { kind: 'SetValue', path: [{ kind: 'Key', key: '__typename' }], value: 'Media' },
        ],
        outputRewrites: [
          {
            kind: 'SetValue',
            path: [
              { kind: 'TypenameEquals', types: ['A'] },
              { kind: 'Key', key: 'x' },
            ],
            value: 'y',
          },
          { kind: 'RenameKey', path: [{ kind: 'Key', key: 'alias' }], newKey: 'nom' },
        ],
        alignments: [],
      },
    },
    ifFalse: null,
  });
});

test('un appel qui part de la racine n’a pas d’entrées, même si le moteur y réécrit un type', () => {
  const node = fromRustPlan({
    kind: 'Fetch',
    serviceName: 'notes',
    operation: '{ medias { nom } }',
    inputRewrites: [
      {
        ValueSetter: {
          path: [{ TypenameEquals: ['Media'] }, { Key: '__typename' }],
          setValueTo: 'Media',
        },
      },
    ],
  });

  expect(node).toMatchObject({ kind: 'Fetch', requires: [] });
});

test('un nœud qui n’est pas de la liste est refusé', () => {
  expect(() => fromRustPlan({ kind: 'Defer', primary: {}, deferred: [] })).toThrow(
    expect.objectContaining({ code: 'PLANIFICATION_IMPOSSIBLE' }),
  );
});

test('la signature d’un champ ne dépend pas de l’ordre des arguments', () => {
  expect(fieldSignature(field('{ a: f(x: 1, y: { c: 2, b: [1] }) }'))).toBe(
    fieldSignature(field('{ a: f(y: { b: [1], c: 2 }, x: 1) }')),
  );
  expect(fieldSignature(field('{ f }'))).not.toBe(fieldSignature(field('{ f(x: 1) }')));
  expect(fieldSignature(field('{ a: f }'))).not.toBe(fieldSignature(field('{ f }')));
});

function field(document: string): FieldNode {
  const definition = parse(document).definitions[0];
  const selection =
    definition?.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections[0]
      : undefined;
  if (selection?.kind !== Kind.FIELD) throw new Error('not a field');
  return selection;
}
