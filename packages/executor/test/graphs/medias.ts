const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable", "@interfaceObject", "@inaccessible"])`;

/** An interface that is an entity, which another subgraph adds to without knowing its types. */
export const medias: Readonly<Record<string, string>> = {
  fonds: `${LINK}
    type Query { medias: [Media!]! media: Media film: Film }
    interface Media @key(fields: "id") { id: ID! titre: String duree: Int }
    type Film implements Media @key(fields: "id") { id: ID! titre: String duree: Int realisateur: String suite: Media }
    type Disque implements Media @key(fields: "id") { id: ID! titre: String duree: Int pistes: [Piste!]! }
    type Piste { rang: Int! nom: String media: Media! }
  `,
  critiques: `${LINK}
    type Query { mieuxNotes: [Media!] }
    type Media @interfaceObject @key(fields: "id") { id: ID! note: Int critiques(n: Int): [Critique!] }
    type Critique @key(fields: "id") { id: ID! texte: String media: Media! }
  `,
  presse: `${LINK}
    type Query { une: Critique }
    type Critique @key(fields: "id") { id: ID! journal: String! date: String }
  `,
};
