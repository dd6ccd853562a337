const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@override"])`;

/** Root fields and value types that several subgraphs resolve, each with a part of the columns. */
export const partages: Readonly<Record<string, string>> = {
  nord: `${LINK}
    type Query { communes: [Commune!]! @shareable capitale: Commune @shareable gares: [Gare!] @shareable }
    type Commune @key(fields: "code") { code: ID! nom: String @shareable nord: String centre: Lieu @shareable voisines: [Commune!] @shareable }
    type Lieu { x: Int @shareable nord: Int }
    type Gare { numero: Int! @shareable nom: String! @shareable quais: Int }
  `,
  sud: `${LINK}
    type Query { communes: [Commune!]! @shareable capitale: Commune @shareable gares: [Gare!] @shareable }
    type Commune @key(fields: "code") { code: ID! nom: String @shareable sud: Int centre: Lieu @shareable voisines: [Commune!] @shareable }
    type Lieu { x: Int @shareable sud: Int }
    type Gare { numero: Int! @shareable nom: String! @shareable parking: Boolean }
  `,
};
