import { readFileSync } from 'node:fs';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { PRODUCT, SCENARIOS } from './rooms.js';

export interface Scenario {
  readonly nom: string;
  readonly titre: string;
  readonly query: string;
  /** Variables of the nth request; those of two turns have no subgraph call in common. */
  readonly variables: (turn: number) => Readonly<Record<string, unknown>>;
}

/** More than the requests in flight at once, so that no two of these are the same. */
export const TURNS = 61;

export function readScenarios(): readonly Scenario[] {
  return [
    {
      nom: 'protocole',
      titre: 'page du protocole',
      query: withVariable(readFileSync(PRODUCT.protocolPage, 'utf8')),
      variables: (turn) => ({ enjeu: turn }),
    },
    {
      nom: 'petite',
      titre: 'un engagement',
      query: operation('petite'),
      variables: (turn) => ({ code: `E07-${turn}` }),
    },
    {
      nom: 'territoires',
      titre: '100 territoires',
      query: operation('territoires'),
      variables: (turn) => ({ after: `page-${turn}` }),
    },
    {
      nom: 'melange',
      titre: 'mélange profond',
      query: operation('melange'),
      variables: (turn) => ({ enjeu: turn, after: `page-${turn}` }),
    },
  ];
}

function operation(nom: string): string {
  return readFileSync(new URL(`${nom}.graphql`, SCENARIOS), 'utf8');
}

/** The portal's page asks for all engagements; here a variable chooses which 23. */
export function withVariable(text: string): string {
  let changed = 0;
  const document: DocumentNode = visit(parse(text), {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [...(node.variableDefinitions ?? []), ...variableDefinitions()],
    }),
    Field(node) {
      if (node.name.value !== 'engagements') return undefined;
      changed += 1;
      return {
        ...node,
        arguments: [
          {
            kind: Kind.ARGUMENT,
            name: { kind: Kind.NAME, value: 'enjeu' },
            value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: 'enjeu' } },
          },
        ],
      };
    },
  });
  if (changed !== 1)
    throw new Error('The page of the protocol no longer asks one list of engagements.');
  return print(document);
}

function variableDefinitions() {
  const [definition] = parse('query ($enjeu: Int) { __typename }').definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION
    ? (definition.variableDefinitions ?? [])
    : [];
}
