/** What the parent gives to a field that is a relation rather than a made-up value. */
export type Relation = (
  parent: Readonly<Record<string, unknown>>,
  args: Readonly<Record<string, unknown>>,
) => unknown;

const ENGAGEMENTS = 23;
const ENJEUX = 4;
const HOUSES = [
  { suffix: 'Etat', code: 'etat' },
  { suffix: 'Region', code: 'region' },
  { suffix: 'PoleEmploi', code: 'pole-emploi' },
] as const;

/**
 * The protocol's shape: 23 engagements under 4 enjeux, one contribution per house. `enjeu: 7` gives
 * 23 others, `E01-7`…: requests with different variables then have no subgraph call in common.
 */
export const RELATIONS: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ['Query.protocole', () => ({ __typename: 'Protocole', id: 'protocole-2023' })],
  ['Query.enjeux', () => numbers(ENJEUX).map(enjeu)],
  ['Query.enjeu', (_parent, args) => enjeu(args['numero'])],
  ['Query.engagements', (_parent, args) => numbers(ENGAGEMENTS).map((n) => nth(n, args['enjeu']))],
  ['Query.engagement', (_parent, args) => engagement(args['code'])],
  ['Query.territoire', (_parent, args) => ({ __typename: 'Territoire', ...args })],
  ['Engagement.enjeu', (parent) => enjeu((String(parent['code']).length % ENJEUX) + 1)],
  ['Enjeu.engagements', (parent) => numbers(6).map((n) => nth(n, parent['numero']))],
  ...HOUSES.flatMap(({ suffix, code }): [string, Relation][] => {
    const typename = `Contribution${suffix}`;
    const version = (engagementCode: unknown, number: number) => ({
      __typename: typename,
      id: `${code}:${String(engagementCode)}:${number}`,
    });
    const codeOf = (parent: Readonly<Record<string, unknown>>): unknown =>
      String(parent['id']).split(':')[1];
    return [
      [`Engagement.contribution${suffix}`, (parent) => version(parent['code'], 4)],
      [`${typename}.engagement`, (parent) => engagement(codeOf(parent))],
      [`${typename}.versionPubliee`, (parent) => version(codeOf(parent), 3)],
      [
        `${typename}.historique`,
        (parent, args) => ({
          __typename: `${typename}Connection`,
          identity: String(parent['id']),
          nodes: numbers(Number(args['first'])).map((n) => version(codeOf(parent), n)),
        }),
      ],
    ];
  }),
]);

const engagement = (code: unknown) => ({ __typename: 'Engagement', code });
const enjeu = (numero: unknown) => ({ __typename: 'Enjeu', numero });

function nth(number: number, serie: unknown) {
  const code = `E${String(number).padStart(2, '0')}`;
  return engagement(typeof serie === 'number' ? `${code}-${serie}` : code);
}

/** 1 to `count`. */
function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
