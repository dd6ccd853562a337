import { describe, expect, test } from 'vitest';
import { createPlanner } from './create-planner.js';
import type { Plan, PlanNode } from './plan.js';

/** As a composer prints it: two partners, a shared list, a needed field. */
const SUPERGRAPH = `
schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query mutation: Mutation subscription: Subscription }
directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { ETAT @join__graph(name: "etat", url: "http://etat.test") REGION @join__graph(name: "region", url: "http://region.test") }
type Query @join__type(graph: ETAT) @join__type(graph: REGION) {
  engagements: [Engagement!] @join__field(graph: ETAT)
  engagement(code: ID!): Engagement @join__field(graph: ETAT)
  communes: [Commune!]!
  chose: Chose @join__field(graph: ETAT)
}
type Mutation @join__type(graph: ETAT) @join__type(graph: REGION) {
  ecrireEtat(n: Int): Engagement @join__field(graph: ETAT)
  ecrireRegion(n: Int): Contribution @join__field(graph: REGION)
}
type Subscription @join__type(graph: REGION) { contributionModifiee: Contribution }
type Engagement @join__type(graph: ETAT, key: "code") @join__type(graph: REGION, key: "code") {
  code: ID!
  libelle: String @join__field(graph: ETAT)
  poids: Int @join__field(graph: ETAT) @join__field(graph: REGION, external: true)
  effort: Int @join__field(graph: REGION, requires: "poids")
  contribution(n: Int): Contribution @join__field(graph: REGION)
}
type Contribution @join__type(graph: REGION) { meteo: String! engagement: Engagement }
type Commune @join__type(graph: ETAT, key: "code") @join__type(graph: REGION, key: "code", resolvable: false) {
  code: ID!
  nord: String @join__field(graph: ETAT)
  sud: String @join__field(graph: REGION)
}
union Chose @join__type(graph: ETAT) @join__unionMember(graph: ETAT, member: "Engagement") @join__unionMember(graph: ETAT, member: "Commune") = Engagement | Commune
`;

const planner = createPlanner(SUPERGRAPH);

function plan(document: string): Promise<Plan> {
  return planner.plan({ document });
}

/** `Sequence(etat {…}, engagements.@ region {…})`: enough to read a plan by. */
function outline(node: PlanNode | null): string {
  if (node === null) return 'rien';
  switch (node.kind) {
    case 'Fetch':
      return `${node.partenaire} ${oneLine(node.operation)}`;
    case 'BatchFetch':
      return `${node.partenaire} × ${node.entities.length}`;
    case 'Flatten':
      return `${node.path.map((each) => (each.kind === 'Field' ? each.key : each.kind)).join('.')} → ${outline(node.node)}`;
    case 'Sequence':
    case 'Parallel':
      return `${node.kind}(${node.nodes.map(outline).join(' ; ')})`;
    case 'Condition':
      return `$${node.variable} ? ${outline(node.ifTrue)} : ${outline(node.ifFalse)}`;
    case 'Subscription':
      return `Subscription ${outline(node.primary)}`;
  }
}

function oneLine(operation: string): string {
  return operation.replaceAll(/\s+/g, ' ').replaceAll(/ ?([{}]) ?/g, '$1');
}

describe('plan', () => {
  test('demande à chacun ce qui est à lui, joint par la clé', async () => {
    const { node } = await plan('{ engagements { libelle contribution { meteo } } }');

    expect(outline(node)).toBe(
      'Sequence(etat {engagements{__typename libelle code}} ; engagements.List → region query($representations:[_Any!]!){_entities(representations: $representations){...on Engagement{contribution{meteo}}}})',
    );
  });

  test('ne demande rien pour l’introspection et les racines', async () => {
    const { node } = await plan('{ __typename t: __typename __schema { queryType { name } } }');

    expect(node).toBeNull();
  });

  test('un abonnement, puis la suite pour chaque événement', async () => {
    const { node } = await plan('subscription { contributionModifiee { engagement { libelle } } }');

    expect(outline(node)).toMatch(
      /^Sequence\(Subscription region .* ; contributionModifiee\.engagement → etat /,
    );
  });

  test('des mutations chez plusieurs partenaires : une étape par champ', async () => {
    const { node } = await plan(
      'mutation { a: ecrireEtat(n: 1) { contribution { meteo } } b: ecrireRegion(n: 2) { meteo } c: ecrireRegion(n: 3) { meteo } }',
    );

    expect(outline(node)).toMatch(
      /^Sequence\(Sequence\(etat mutation\{_r0: .* ; _r0 → region .*\) ; region mutation\{_r1: .*_r2: .*\}.*\)$/,
    );
  });
});

describe('forme normale', () => {
  test('aucun nom choisi par le client ne part : alias, arguments, variables', async () => {
    const { node, sourceKeys, sourceVariables } = await plan(
      'query ($representations: ID!, $v_0: Int) { code: engagement(code: $representations) { __proto__: libelle code contribution(n: $v_0) { meteo } } }',
    );

    expect(sourceKeys).toEqual({
      'code:engagement(code:$representations)': '_r0',
      '__proto__:libelle': '_r1',
      'contribution:contribution(n:$v_0)': '_r2',
    });
    expect(sourceVariables).toEqual({ v_0_: 'representations' });
    expect(outline(node)).not.toContain('__proto__');
    expect(outline(node)).toContain('engagement(code: $v_0_)');
  });

  test('les conditions littérales sont décidées, les autres font chacune leur plan', async () => {
    const literal = await plan(
      '{ engagements @skip(if: true) { code } communes @include(if: true) { nord } }',
    );
    expect(outline(literal.node)).toBe('etat {communes{nord}}');

    const open = await plan(
      'query ($a: Boolean!, $b: Boolean!) { engagements @include(if: $a) { libelle @skip(if: $b) code } }',
    );
    expect(outline(open.node)).toBe(
      '$a ? $b ? etat {engagements{code}} : etat {engagements{libelle code}} : rien',
    );
  });

  test('au-delà de seize combinaisons, le reste est laissé au moteur', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `c${i}`);
    const { node } = await plan(
      `query (${names.map((name) => `$${name}: Boolean!`).join(' ')}) { engagements { ${names.map((name, i) => `f${i}: libelle @include(if: $${name})`).join(' ')} } }`,
    );

    expect(outline(node).split(' ? ').length).toBeLessThanOrEqual(17);
    expect(outline(node)).toContain('@include(if: $c11)');
  });

  test('le type d’un objet abstrait est demandé dès qu’il décide de quelque chose', async () => {
    const alias = await plan('{ chose { genre: __typename } }');
    expect(outline(alias.node)).toBe('etat {chose{__typename}}');

    const fragment = await plan(
      '{ chose { ... on Engagement { libelle } ... on Commune { nord } } }',
    );
    expect(outline(fragment.node)).toContain('chose{__typename');
  });
});

test('une liste que deux partenaires donnent : chacun dit la clé, et le plan le dit', async () => {
  const { node } = await plan('{ communes { nord sud } }');
  const fetches = node?.kind === 'Parallel' ? node.nodes : [];

  expect(fetches.map(outline).sort()).toEqual([
    'etat {communes{nord code}}',
    'region {communes{sud code}}',
  ]);
  for (const fetch of fetches) {
    expect(fetch).toMatchObject({ alignments: [{ path: ['communes'], keys: ['code'] }] });
  }
});

test('ce que le moteur refuse d’un bloc est planifié par étapes, sans appeler personne de plus', async () => {
  // The need of `effort` is below a type that the same partner gives.
  const { node } = await plan(
    '{ engagement(code: "E07") { contribution { engagement { c: code effort } } } }',
  );
  const seen = outline(node);

  expect(seen).toContain('engagement{__typename code _r1: code}');
  expect(seen).toContain(
    'region query($representations:[_Any!]!){_entities(representations: $representations){...on Engagement{effort}}}',
  );
  expect(seen).not.toContain('entree');
  expect(seen.indexOf('{poids}')).toBeLessThan(seen.indexOf('{effort}'));
});

describe('refus', () => {
  test('SUPERGRAPHE_INVALIDE', () => {
    for (const sdl of ['type Query {', 'type Query { a: Int }']) {
      expect(() => createPlanner(sdl)).toThrow(
        expect.objectContaining({ name: 'PlanningError', code: 'SUPERGRAPHE_INVALIDE' }),
      );
    }
  });

  test('PLANIFICATION_IMPOSSIBLE : une opération que rien ne désigne', async () => {
    await expect(
      plan('query A { chose { __typename } } query B { __typename }'),
    ).rejects.toMatchObject({
      code: 'PLANIFICATION_IMPOSSIBLE',
    });
    await expect(
      planner.plan({ document: 'query A { __typename }', operationName: 'C' }),
    ).rejects.toMatchObject({ code: 'PLANIFICATION_IMPOSSIBLE' });
  });

  test('une planification interrompue rend la raison', async () => {
    const reason = new Error('parti');
    await expect(
      planner.plan({ document: '{ engagements { code } }', signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });
});
