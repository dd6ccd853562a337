import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  apiSchemaOf,
  composeGraph,
  type SousGraphe,
  standbyCoordinates,
  unavailableCoordinates,
} from '@passerelle/composition';
import { createPlanner } from '@passerelle/planner';
import { execute, type GraphQLSchema, parse, print, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  compileOperation,
  type ExecutionResult,
  executeOperation,
  pruneOperation,
  SubgraphFailure,
  type SubgraphRequest,
  type SubgraphResponse,
} from '../src/index.js';

const PARTENAIRES = ['etat', 'region', 'pole-emploi'] as const;
type Partenaire = (typeof PARTENAIRES)[number];

const NOMS: Readonly<Record<Partenaire, string>> = {
  etat: 'Etat',
  region: 'Region',
  'pole-emploi': 'PoleEmploi',
};

const sousGraphes: readonly SousGraphe[] = PARTENAIRES.map((partenaire) => ({
  partenaire,
  url: `http://${partenaire}.test/graphql`,
  schema: readFileSync(
    new URL(`../../../services/${partenaire}/schema.graphql`, import.meta.url),
    'utf8',
  ),
}));

const codes = Array.from({ length: 23 }, (_, i) => `E${String(i + 1).padStart(2, '0')}`);

/** A partner's original of the text, and its contribution to every second engagement. */
function engagement(partenaire: Partenaire, code: string): Record<string, unknown> {
  const numero = Number(code.slice(1));
  return {
    __typename: 'Engagement',
    code,
    numero,
    libelle: `Engagement ${numero}, original de ${partenaire}`,
    enjeu: { numero: (numero % 4) + 1, libelle: `Enjeu ${(numero % 4) + 1}` },
    [`contribution${NOMS[partenaire]}`]: numero % 2 === 0 ? null : { meteo: 'SOLEIL' },
  };
}

const schemas = new Map<string, GraphQLSchema>(
  sousGraphes.map(({ partenaire, schema }) => [
    partenaire,
    buildSubgraphSchema([
      {
        typeDefs: parse(schema),
        resolvers: {
          Engagement: {
            __resolveReference: ({ code }: { code: string }) => {
              const known = PARTENAIRES.find((each) => each === partenaire);
              return known === undefined ? null : engagement(known, code);
            },
          },
        },
      },
    ]),
  ]),
);

interface Answered {
  readonly result: ExecutionResult;
  readonly asked: readonly string[];
}

/** What the gateway does when it knows that `absents` are away. */
async function answer(operation: string, absents: readonly Partenaire[]): Promise<Answered> {
  const normal = composed([]);
  const apiSchema = apiSchemaOf(normal);
  const document = parse(operation);
  expect(validate(apiSchema, document)).toEqual([]);
  const degraded = composed(absents);
  const degradedSchema = apiSchemaOf(degraded);
  const pruned = pruneOperation({ apiSchema, document, degradedSchema });
  if (pruned.document !== null) expect(validate(degradedSchema, pruned.document)).toEqual([]);
  const plan =
    pruned.document === null
      ? { node: null, sourceKeys: {}, sourceVariables: {} }
      : await createPlanner(degraded).plan({ document: print(pruned.document) });
  const asked: string[] = [];
  const fetch = async (request: SubgraphRequest): Promise<SubgraphResponse> => {
    asked.push(request.partenaire);
    const partenaire = PARTENAIRES.find((each) => each === request.partenaire);
    const schema = schemas.get(request.partenaire);
    if (partenaire === undefined || schema === undefined || absents.includes(partenaire)) {
      throw new SubgraphFailure(request.partenaire, 'PARTENAIRE_INDISPONIBLE', 'Absent.');
    }
    const result = await execute({
      schema,
      document: parse(request.query),
      variableValues: JSON.parse(request.variables),
      rootValue: {
        engagements: codes.map((code) => engagement(partenaire, code)),
        engagement: ({ code }: { code: string }) => engagement(partenaire, code),
        territoire: { __typename: 'Territoire', code: '32', maille: 'REGION', nom: partenaire },
      },
    });
    const received: SubgraphResponse = JSON.parse(JSON.stringify(result));
    return received;
  };
  const compiled = compileOperation({
    apiSchema,
    document,
    plan,
    absents: unavailableCoordinates({ supergraphSdl: normal, degradedSchema, absents }),
  });
  const signal = new AbortController().signal;
  return { result: await executeOperation(compiled, { fetch, context: null, signal }), asked };
}

function composed(absents: readonly Partenaire[]): string {
  const result = composeGraph(sousGraphes, absents);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.supergraphSdl;
}

const ENGAGEMENTS =
  '{ engagements { code libelle enjeu { numero libelle } contributionEtat { meteo } contributionRegion { meteo } contributionPoleEmploi { meteo } } }';

describe('les 23 engagements', () => {
  test('viennent de l’original de l’État quand tous répondent', async () => {
    const { result } = await answer(ENGAGEMENTS, []);

    expect(result.errors).toBeUndefined();
    expect(result.data?.['engagements']).toMatchObject(
      codes.map((code) => ({ code, libelle: expect.stringContaining('original de etat') })),
    );
  });

  test.each([
    ['etat', 'region'],
    ['region', 'etat'],
    ['pole-emploi', 'etat'],
  ] as const)('répondent encore sans %s, de l’original de %s', async (absent, source) => {
    const { result, asked } = await answer(ENGAGEMENTS, [absent]);

    expect(asked).not.toContain(absent);
    const others = PARTENAIRES.filter((each) => each !== absent);
    expect(result.data?.['engagements']).toMatchObject(
      codes.map((code, i) => ({
        code,
        libelle: `Engagement ${i + 1}, original de ${source}`,
        enjeu: { libelle: expect.any(String) },
        [`contribution${NOMS[absent]}`]: null,
        ...Object.fromEntries(
          others.map((each) => [
            `contribution${NOMS[each]}`,
            i % 2 === 0 ? { meteo: 'SOLEIL' } : null,
          ]),
        ),
      })),
    );
    expect(result.errors).toHaveLength(23);
    expect(result.errors?.[6]).toMatchObject({
      path: ['engagements', 6, `contribution${NOMS[absent]}`],
      extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire: absent },
    });
  });

  test('répondent encore quand il ne reste que Pôle emploi', async () => {
    const { result, asked } = await answer(ENGAGEMENTS, ['etat', 'region']);

    expect(new Set(asked)).toEqual(new Set(['pole-emploi']));
    expect(result.data?.['engagements']).toHaveLength(23);
    const missing = result.errors?.map((error) => error.extensions.partenaire);
    expect(new Set(missing)).toEqual(new Set(['etat', 'region']));
  });
});

describe('ce que le graphe réduit ne peut pas donner', () => {
  test('sort de l’opération avec ce qui ne sert plus qu’à lui', () => {
    const apiSchema = apiSchemaOf(composed([]));
    const degradedSchema = apiSchemaOf(composed(['etat']));
    const document = parse(`
      query Page($code: ID!, $n: Int) {
        engagement(code: $code) { ...Etat ...Region }
        instances(first: $n) { nodes { nom } }
      }
      fragment Etat on Engagement { contributionEtat { ...Detail } }
      fragment Detail on ContributionEtat { historique(first: 3) { nodes { version } } }
      fragment Region on Engagement { contributionRegion { meteo } }
    `);
    const { document: kept, removed } = pruneOperation({ apiSchema, document, degradedSchema });

    expect([...removed].sort()).toEqual(['Engagement.contributionEtat', 'Query.instances']);
    expect(kept && print(kept)).toBe(
      print(
        parse(`
          query Page($code: ID!) { engagement(code: $code) { ...Region } }
          fragment Region on Engagement { contributionRegion { meteo } }
        `),
      ),
    );
  });

  test('un objet dont aucun champ ne reste est encore là', async () => {
    const { result } = await answer('{ engagement(code: "E07") { contributionEtat { meteo } } }', [
      'etat',
    ]);

    expect(JSON.stringify(result.data)).toBe('{"engagement":{"contributionEtat":null}}');
    expect(result.errors).toMatchObject([
      { path: ['engagement', 'contributionEtat'], extensions: { partenaire: 'etat' } },
    ]);
  });

  test('une mutation chez l’absent n’appelle personne', async () => {
    const { result, asked } = await answer(
      'mutation { publierContributionEtat(input: { engagement: "E07" }) { refus { code } } }',
      ['etat'],
    );

    expect(asked).toEqual([]);
    expect(result).toMatchObject({
      data: { publierContributionEtat: null },
      errors: [
        {
          path: ['publierContributionEtat'],
          extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire: 'etat' },
        },
      ],
    });
  });

  test('les champs de secours couvrent tout ce que l’État donne du texte et des territoires', () => {
    const standby = standbyCoordinates(sousGraphes, 'etat');

    for (const field of [
      'Query.engagements',
      'Query.territoire',
      'Engagement.libelle',
      'Enjeu.libelle',
      'Territoire.enfants',
      'Protocole.enjeux',
    ]) {
      expect(standby).toContain(field);
    }
    expect(standby).not.toContain('Query.formations');
  });
});
