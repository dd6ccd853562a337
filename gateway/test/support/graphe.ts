import type { GraphQLFieldResolver } from 'graphql';

/** A small graph of three partners, with the shapes that matter: standby originals, contributions. */
const ENTETE = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy"])
directive @secours(de: String!) on FIELD_DEFINITION | OBJECT
`;

const contribution = (maison: string): string => `
type Contribution${maison} @key(fields: "id") { id: ID! avancement: Int! engagement: Engagement! }
type Contribution${maison}Payload { contribution: Contribution${maison} refus: String }
type Subscription { contribution${maison}Modifiee: Contribution${maison} }
`;

export const SCHEMAS: Readonly<Record<string, string>> = {
  etat: `${ENTETE}
type Engagement @key(fields: "code") {
  code: ID! libelle: String! numero: Int! contributionEtat: ContributionEtat
  noteInterne: String @requiresScopes(scopes: [["etat:note:lire"]])
  noteSensible: String @policy(policies: [["second-facteur"]])
}
${contribution('Etat')}
interface Piece { titre: String }
type Publique implements Piece { titre: String }
type Secrete implements Piece { titre: String @requiresScopes(scopes: [["etat:secret:lire"]]) }
type Query {
  engagements: [Engagement!]
  engagement(code: ID!): Engagement
  pieces: [Piece!]
}
type Mutation {
  modifierContributionEtat(code: ID!, avancement: Int!): ContributionEtatPayload
    @requiresScopes(scopes: [["etat:contribution:modifier"]])
}`,
  region: `${ENTETE}
type Engagement @key(fields: "code") {
  code: ID! libelle: String! @secours(de: "etat") numero: Int! @secours(de: "etat")
  contributionRegion: ContributionRegion
}
${contribution('Region')}
type Formation @key(fields: "numero") {
  numero: ID! intitule: String! voisines(first: Int = 20): Formations
}
type Formations { nodes: [Formation!]! }
type Query {
  engagements: [Engagement!] @secours(de: "etat")
  engagement(code: ID!): Engagement @secours(de: "etat")
  formations: [Formation!]
  catalogue(first: Int = 20): Formations
  lente(ms: Int!): String
  volumineuse(octets: Int!): String
}
type Mutation {
  modifierContributionRegion(code: ID!, avancement: Int!): ContributionRegionPayload
    @requiresScopes(scopes: [["region:contribution:modifier"]])
}`,
  'pole-emploi': `${ENTETE}
type Engagement @key(fields: "code") {
  code: ID! libelle: String! @secours(de: "etat") numero: Int! @secours(de: "etat")
  contributionPoleEmploi: ContributionPoleEmploi
}
${contribution('PoleEmploi')}
type Query {
  engagements: [Engagement!] @secours(de: "etat")
  engagement(code: ID!): Engagement @secours(de: "etat")
  tension(annee: Int!): Int
}
type Mutation {
  modifierContributionPoleEmploi(code: ID!, avancement: Int!): ContributionPoleEmploiPayload
    @requiresScopes(scopes: [["pole-emploi:contribution:modifier"]])
}`,
};

const CODES = ['E01', 'E02', 'E03'];

const engagement = (code: string, partenaire: string) => ({
  code,
  numero: Number(code.slice(1)),
  libelle: `Engagement ${code} selon ${partenaire}`,
  noteInterne: 'réservé',
  noteSensible: 'très réservé',
});

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Resolvers = Record<string, Record<string, Resolver | { subscribe: Resolver }>>;

const field = (source: unknown, key: string): string =>
  String(typeof source === 'object' && source !== null ? Reflect.get(source, key) : '');

/** Resolvers of one partner, over its own little state. */
export function resolversOf(
  partenaire: string,
  emissions: Emissions,
): { resolvers: Resolvers; avancements: Map<string, number> } {
  const maison = { etat: 'Etat', region: 'Region', 'pole-emploi': 'PoleEmploi' }[partenaire] ?? '';
  const avancements = new Map(CODES.map((code) => [code, 10]));
  const contributionDe = (code: string) => ({
    __typename: `Contribution${maison}`,
    id: `${partenaire}-${code}`,
    avancement: avancements.get(code) ?? 0,
    engagement: { __typename: 'Engagement', code },
  });
  return {
    avancements,
    resolvers: {
      Query: {
        engagements: () => CODES.map((code) => engagement(code, partenaire)),
        engagement: (_: unknown, { code }: { code: string }) =>
          CODES.includes(code) ? engagement(code, partenaire) : null,
        formations: () => [{ numero: 'F1', intitule: 'Soudure' }],
        pieces: () => [
          { __typename: 'Publique', titre: 'visible' },
          { __typename: 'Secrete', titre: 'caché' },
        ],
        lente: (_: unknown, { ms }: { ms: number }) =>
          new Promise((resolve) => setTimeout(() => resolve('enfin'), ms)),
        volumineuse: (_: unknown, { octets }: { octets: number }) => 'x'.repeat(octets),
        tension: (_: unknown, { annee }: { annee: number }) => annee,
      },
      Engagement: {
        __resolveReference: (source) => engagement(field(source, 'code'), partenaire),
        [`contribution${maison}`]: (source) => contributionDe(field(source, 'code')),
      },
      [`Contribution${maison}`]: {
        __resolveReference: (source) => contributionDe(field(source, 'id').slice(-3)),
      },
      Mutation: {
        [`modifierContribution${maison}`]: (
          _: unknown,
          { code, avancement }: { code: string; avancement: number },
        ) => {
          avancements.set(code, avancement);
          const contribution = contributionDe(code);
          emissions.emit({ [`contribution${maison}Modifiee`]: contribution });
          return { contribution };
        },
      },
      Subscription: {
        [`contribution${maison}Modifiee`]: { subscribe: () => emissions.listen() },
      },
    },
  };
}

/** Events of one partner; each listener gets those sent after it began. */
export interface Emissions {
  emit(event: object): void;
  listen(): AsyncGenerator<object>;
  listeners(): number;
}

export function createEmissions(): Emissions {
  const waiting = new Set<(event: object) => void>();
  return {
    emit(event) {
      for (const wake of waiting) wake(event);
    },
    listeners: () => waiting.size,
    async *listen() {
      const queue: object[] = [];
      let wake: () => void = () => undefined;
      const receive = (event: object): void => {
        queue.push(event);
        wake();
      };
      waiting.add(receive);
      try {
        for (;;) {
          const next = queue.shift();
          if (next !== undefined) yield next;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        waiting.delete(receive);
      }
    },
  };
}
