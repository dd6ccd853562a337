import { readFileSync } from 'node:fs';
import { apiSchemaOf } from '@passerelle/composition';
import { createPlanner } from '@passerelle/planner';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  type CompiledOperation,
  compileOperation,
  EXECUTION_ERROR_CODES,
  type ExecutionResult,
  executeOperation,
  SubgraphFailure,
  type SubgraphRequest,
  type SubgraphResponse,
  subscribeOperation,
} from '../src/index.js';
import { supergraphOf } from './support/supergraph-of.js';

const SUPERGRAPH = supergraphOf({
  etat: 'type Query { engagement: Engagement mien: Engagement! } type Engagement @key(fields: "code") { code: ID! libelle: String } type Mutation { ecrireEtat(n: Int!): Engagement }',
  region:
    'type Engagement @key(fields: "code") { code: ID! contribution(n: Int): Contribution } type Contribution { meteo: String! engagement: Engagement } type Mutation { ecrireRegion(n: Int!): Contribution autreRegion: Contribution } type Subscription { contributionModifiee(code: ID): Contribution }',
});

const never = new AbortController().signal;

async function compile(operation: string, supergraph = SUPERGRAPH): Promise<CompiledOperation> {
  return compileOperation({
    apiSchema: apiSchemaOf(supergraph),
    document: parse(operation),
    plan: await createPlanner(supergraph).plan({ document: operation }),
  });
}

/** Answers from a table: the beginning of an operation -> what is answered. */
function answering(
  table: Readonly<Record<string, SubgraphResponse | Error>>,
  calls: SubgraphRequest[] = [],
) {
  return async (request: SubgraphRequest): Promise<SubgraphResponse> => {
    calls.push(request);
    const [, answer] = Object.entries(table).find(([text]) => request.query.includes(text)) ?? [];
    if (answer instanceof Error) throw answer;
    return structuredClone(answer ?? {});
  };
}

describe('mutations', () => {
  test("l'une est entièrement lue avant que la suivante n'agisse", async () => {
    const calls: SubgraphRequest[] = [];
    const compiled = await compile(
      'mutation { a: ecrireEtat(n: 1) { contribution { meteo } } b: ecrireRegion(n: 2) { meteo } c: autreRegion { meteo } d: ecrireEtat(n: 3) { libelle } }',
    );
    const result = await executeOperation(compiled, {
      fetch: answering(
        {
          'ecrireEtat(n: 1)': { data: { _r0: { __typename: 'Engagement', code: 'E01' } } },
          _entities: { data: { _entities: [{ contribution: { meteo: 'SOLEIL' } }] } },
          'ecrireRegion(n: 2)': { data: { _r1: { meteo: 'ORAGE' }, _r2: { meteo: 'NUAGE' } } },
          'ecrireEtat(n: 3)': { data: { _r3: { libelle: 'Trois' } } },
        },
        calls,
      ),
      context: null,
      signal: never,
    });

    expect(calls.map(({ partenaire, operationKind }) => `${partenaire} ${operationKind}`)).toEqual([
      'etat mutation',
      'region query',
      'region mutation',
      'etat mutation',
    ]);
    expect(JSON.stringify(result)).toBe(
      '{"data":{"a":{"contribution":{"meteo":"SOLEIL"}},"b":{"meteo":"ORAGE"},"c":{"meteo":"NUAGE"},"d":{"libelle":"Trois"}}}',
    );
  });
});

describe('ce qui empêche de répondre', () => {
  test('des variables qui ne conviennent pas : refus sans donnée, personne n’est appelé', async () => {
    const calls: SubgraphRequest[] = [];
    const compiled = await compile('mutation ($n: Int!) { ecrireRegion(n: $n) { meteo } }');
    const result = await executeOperation(compiled, {
      variables: { n: 'deux' },
      fetch: answering({}, calls),
      context: null,
      signal: never,
    });

    expect('data' in result).toBe(false);
    expect(result.errors?.map((error) => error.extensions.code)).toEqual(['VARIABLES_INVALIDES']);
    expect(calls).toEqual([]);
  });

  test("une interruption : plus aucun appel ne part, la raison de l'hôte est dite", async () => {
    const controller = new AbortController();
    const calls: SubgraphRequest[] = [];
    const fetch = answering(
      {
        engagement: {
          data: { engagement: { __typename: 'Engagement', code: 'E01', libelle: 'Un' } },
        },
      },
      calls,
    );
    const result = await executeOperation(
      await compile('{ engagement { libelle contribution { meteo } } }'),
      {
        fetch: async (request) => {
          controller.abort(new SubgraphFailure('', 'DELAI_DEPASSE', 'Trop long.'));
          return fetch(request);
        },
        context: null,
        signal: controller.signal,
      },
    );

    expect(calls).toHaveLength(1);
    expect(JSON.stringify(result.data)).toBe('{"engagement":{"libelle":"Un","contribution":null}}');
    expect(result.errors).toMatchObject([
      {
        path: ['engagement', 'contribution'],
        extensions: { code: 'DELAI_DEPASSE', partenaire: 'region' },
      },
    ]);
  });

  test('une réponse qui n’est pas celle de GraphQL, ou sans donnée ni erreur', async () => {
    for (const data of ['texte', 12, [], undefined]) {
      const result = await executeOperation(await compile('{ engagement { libelle } }'), {
        fetch: answering({ engagement: { data } }),
        context: null,
        signal: never,
      });
      expect(result).toMatchObject({
        data: { engagement: null },
        errors: [{ path: ['engagement'], extensions: { code: 'REPONSE_INVALIDE' } }],
      });
    }
  });

  test('une faute de l’hôte ne se montre pas', async () => {
    const result = await executeOperation(await compile('{ mien { libelle } }'), {
      fetch: answering({ mien: new TypeError('secret') }),
      context: null,
      signal: never,
    });

    expect(result.data).toBeNull();
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(result.errors).toMatchObject([
      { path: ['mien'], extensions: { code: 'ERREUR_INTERNE' } },
    ]);
  });

  test('une erreur du partenaire garde son code, jamais sa pile', async () => {
    const extensions = { code: 'INTERDIT', stacktrace: ['at a'], motif: 'maison' };
    const result = await executeOperation(await compile('{ engagement { libelle } }'), {
      fetch: answering({
        engagement: { data: null, errors: [{ message: 'Non', path: ['engagement'], extensions }] },
      }),
      context: null,
      signal: never,
    });

    expect(result.errors?.[0]?.extensions).toEqual({
      motif: 'maison',
      code: 'INTERDIT',
      partenaire: 'etat',
    });
  });
});

describe('champs que personne ne peut donner', () => {
  test('nuls avec le partenaire qui manque ; le nul remonte où il n’est pas admis', async () => {
    const document = parse('{ engagement { libelle contribution { meteo } } mien { libelle } }');
    const plan = await createPlanner(SUPERGRAPH).plan({ document: '{ engagement { libelle } }' });
    const run = (absents: ReadonlyMap<string, string>): Promise<ExecutionResult> =>
      executeOperation(
        compileOperation({ apiSchema: apiSchemaOf(SUPERGRAPH), document, plan, absents }),
        {
          fetch: answering({ engagement: { data: { engagement: { libelle: 'Un' } } } }),
          context: null,
          signal: never,
        },
      );

    const partial = await run(
      new Map([
        ['Engagement.contribution', 'region'],
        ['Query.mien', 'etat'],
      ]),
    );
    expect(partial.data).toBeNull();
    expect(partial.errors).toMatchObject([
      {
        path: ['engagement', 'contribution'],
        extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire: 'region' },
      },
      { path: ['mien'], extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire: 'etat' } },
    ]);
  });
});

describe('abonnements', () => {
  const operation =
    'subscription ($code: ID) { c: contributionModifiee(code: $code) { meteo engagement { libelle } } }';
  const event = (code: string): SubgraphResponse => ({
    data: { _r0: { meteo: 'SOLEIL', engagement: { __typename: 'Engagement', code } } },
  });
  const fetch = async (request: SubgraphRequest): Promise<SubgraphResponse> => {
    const { representations } = JSON.parse(request.variables);
    return { data: { _entities: [{ libelle: `Libellé ${representations[0].code}` }] } };
  };

  async function collect(
    source: (request: SubgraphRequest) => AsyncIterable<SubgraphResponse>,
  ): Promise<{ results: ExecutionResult[]; requests: SubgraphRequest[] }> {
    const requests: SubgraphRequest[] = [];
    const stream = await subscribeOperation(await compile(operation), {
      variables: { code: 'E07' },
      fetch,
      subscribe: async (request) => {
        requests.push(request);
        return source(request);
      },
      context: null,
      signal: never,
    });
    const results: ExecutionResult[] = [];
    if (Symbol.asyncIterator in stream) for await (const result of stream) results.push(result);
    else results.push(stream);
    return { results, requests };
  }

  test('chaque événement est complété chez les autres partenaires', async () => {
    const { results, requests } = await collect(async function* () {
      yield event('E07');
      yield event('E08');
    });

    expect(requests).toMatchObject([
      { partenaire: 'region', operationKind: 'subscription', variables: '{"code":"E07"}' },
    ]);
    expect(results.map((result) => JSON.stringify(result))).toEqual(
      ['E07', 'E08'].map(
        (code) => `{"data":{"c":{"meteo":"SOLEIL","engagement":{"libelle":"Libellé ${code}"}}}}`,
      ),
    );
  });

  test('un flux perdu donne un dernier résultat avec sa cause, puis finit', async () => {
    const { results } = await collect(async function* () {
      yield event('E07');
      throw new SubgraphFailure('region', 'PARTENAIRE_INDISPONIBLE', 'La Région ne répond plus.');
    });

    expect(results).toHaveLength(2);
    expect(results[1]).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire: 'region' } }],
    });
  });

  test('un flux qui ne s’ouvre pas est un refus', async () => {
    const { results } = await collect(() => {
      throw new SubgraphFailure('region', 'PARTENAIRE_INDISPONIBLE', 'La Région ne répond pas.');
    });

    expect(results).toMatchObject([{ errors: [{ extensions: { partenaire: 'region' } }] }]);
    expect(results[0] && 'data' in results[0]).toBe(false);
  });

  test('quitter le flux ferme celui du partenaire', async () => {
    let isClosed = false;
    const stream = await subscribeOperation(await compile(operation), {
      fetch,
      subscribe: async () =>
        (async function* () {
          try {
            while (true) yield event('E07');
          } finally {
            isClosed = true;
          }
        })(),
      context: null,
      signal: never,
    });
    if (!(Symbol.asyncIterator in stream)) throw new Error('not a stream');
    for await (const _result of stream) break;

    expect(isClosed).toBe(true);
  });
});

describe('un abonnement passe au graphe suivant', () => {
  const operation =
    'subscription ($code: ID) { contributionModifiee(code: $code) { meteo engagement { libelle } } }';

  /** The second graph: `libelle` is answered by another partner than in the first. */
  const SUIVANT = supergraphOf({
    etat: 'type Query { engagement: Engagement } type Engagement @key(fields: "code") { code: ID! } ',
    'pole-emploi': 'type Engagement @key(fields: "code") { code: ID! libelle: String }',
    region:
      'type Engagement @key(fields: "code") { code: ID! } type Contribution { meteo: String! engagement: Engagement } type Subscription { contributionModifiee(code: ID): Contribution }',
  });
  /** The third: the stream itself is another partner's. */
  const AILLEURS = supergraphOf({
    etat: 'type Query { engagement: Engagement } type Engagement @key(fields: "code") { code: ID! libelle: String } type Contribution { meteo: String! engagement: Engagement } type Subscription { contributionModifiee(code: ID): Contribution }',
  });

  async function ouvrir(calls: SubgraphRequest[]) {
    const events: SubgraphResponse[] = [1, 2, 3, 4].map(() => ({
      data: { _r0: { meteo: 'SOLEIL', engagement: { __typename: 'Engagement', code: 'E07' } } },
    }));
    let openings = 0;
    const stream = await subscribeOperation(await compile(operation), {
      variables: { code: 'E07' },
      fetch: async (request) => {
        calls.push(request);
        return { data: { _entities: [{ libelle: request.partenaire }] } };
      },
      subscribe: async () => {
        openings += 1;
        return (async function* () {
          yield* events;
        })();
      },
      context: null,
      signal: never,
    });
    if (!(Symbol.asyncIterator in stream)) throw new Error('not a stream');
    return { stream, openings: () => openings };
  }

  test('les événements suivants sont complétés par le nouveau plan, sans rouvrir le flux', async () => {
    const calls: SubgraphRequest[] = [];
    const { stream, openings } = await ouvrir(calls);
    const results = stream[Symbol.asyncIterator]();
    const answers = [await results.next(), await results.next()];
    expect(stream.moveTo(await compile(operation, SUIVANT))).toBe(true);
    answers.push(await results.next(), await results.next());
    expect((await results.next()).done).toBe(true);
    expect(calls.map(({ partenaire }) => partenaire)).toEqual([
      'etat',
      'etat',
      'pole-emploi',
      'pole-emploi',
    ]);
    expect(answers.map(({ value }) => JSON.stringify(value))).toEqual(
      ['etat', 'etat', 'pole-emploi', 'pole-emploi'].map(
        (libelle) =>
          `{"data":{"contributionModifiee":{"meteo":"SOLEIL","engagement":{"libelle":"${libelle}"}}}}`,
      ),
    );
    expect(openings()).toBe(1);
  });

  test('garde son plan quand le nouveau demanderait autre chose à la source', async () => {
    const calls: SubgraphRequest[] = [];
    const { stream } = await ouvrir(calls);
    expect(stream.moveTo(await compile(operation, AILLEURS))).toBe(false);
    await stream[Symbol.asyncIterator]().next();
    expect(calls.map(({ partenaire }) => partenaire)).toEqual(['etat']);
  });
});

test('ce qu’un hôte doit savoir d’une opération compilée', async () => {
  const compiled = await compile(
    '{ engagement { ...F } } fragment F on Engagement { contribution { meteo } }',
  );

  expect(compiled.kind).toBe('query');
  expect([...compiled.partenaires].sort()).toEqual(['etat', 'region']);
  expect([...compiled.coordonnees].sort()).toEqual([
    'Contribution.meteo',
    'Engagement.contribution',
    'Query.engagement',
  ]);
});

test('le README donne tous les codes d’erreur', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  for (const code of EXECUTION_ERROR_CODES) expect(readme).toContain(`\`${code}\``);
});

test('la même réponse donnée à deux exécutions ne les mêle pas', async () => {
  const partagee: SubgraphResponse = {
    data: { engagement: { __typename: 'Engagement', code: 'E01', libelle: 'Un' } },
  };
  const run = async (meteo: string) =>
    executeOperation(await compile('{ engagement { libelle contribution { meteo } } }'), {
      fetch: async (request) =>
        request.partenaire === 'etat'
          ? partagee
          : { data: { _entities: [{ contribution: { meteo } }] } },
      context: null,
      signal: never,
    });
  const results = await Promise.all(['SOLEIL', 'ORAGE'].map(run));

  expect(results.map(({ data }) => JSON.stringify(data))).toEqual(
    ['SOLEIL', 'ORAGE'].map(
      (meteo) => `{"engagement":{"libelle":"Un","contribution":{"meteo":"${meteo}"}}}`,
    ),
  );
});
