const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@override"])`;

/** Keys of several kinds, chained needs, provided fields, unions, interfaces, shared value types. */
export const commerce: Readonly<Record<string, string>> = {
  comptes: `${LINK}
    type Query { moi: Client clients(role: Role, filtre: Filtre): [Client!]! client(id: ID!): Client tout: [Objet] }
    type Client @key(fields: "id") { id: ID! nom: String! role: Role courriel(domaine: String): String adresse: Adresse amis(n: Int = 2): [Client!] taille: Int }
    type Adresse @shareable { rue: String ville(maj: Boolean): String! point: Point }
    type Point @shareable { x: Float y: Float! }
    enum Role { LECTEUR AUTEUR SECRET @inaccessible }
    input Filtre { texte: String = "tout" n: Int et: [Filtre!] role: Role }
    union Objet = Client | Boutique
    type Boutique @key(fields: "id") { id: ID! enseigne: String gerant: Client! }
    type Mutation { creer(nom: String!): Client supprimer(id: ID): Client }
  `,
  catalogue: `${LINK}
    type Query { produits(n: Int): [Produit!]! produit: Produit fiche: Fiche }
    type Produit implements Fiche @key(fields: "upc") @key(fields: "sku") { upc: ID! sku: String! titre: String! prix(devise: String = "EUR"): Int poids: Int dimensions: [Dimension!] vendeur: Client }
    type Livre implements Fiche @key(fields: "isbn") { isbn: ID! titre: String! pages: Int auteur: Client cote: Produit }
    type Dimension @shareable { cote: String valeur(unite: String): Int }
    interface Fiche { titre: String! }
    type Client @key(fields: "id") { id: ID! achats: [Produit] favori: Fiche }
    type Mutation { ajouter(n: Int): Produit }
  `,
  stocks: `${LINK}
    type Query { depots: [Depot!] }
    type Depot { nom: String produits: [Produit!]! }
    type Produit @key(fields: "upc") { upc: ID! poids: Int @external dimensions: [Dimension!] @external enStock: Int! port(zone: String): Int @requires(fields: "poids dimensions { cote }") prix(devise: String): Int @external remise: Int @requires(fields: "prix(devise: \\"EUR\\")") }
    type Dimension @shareable { cote: String valeur(unite: String): Int }
  `,
  avis: `${LINK}
    type Query { dernier: Avis avis(n: Int): [Avis!]! }
    type Avis @key(fields: "id") { id: ID! corps: String note: Int auteur: Client! @provides(fields: "nom") sujet: Sujet titre: String }
    union Sujet = Produit | Livre
    type Produit @key(fields: "sku") { sku: String! avis(premier: Int): [Avis!]! moyenne: Float }
    type Livre @key(fields: "isbn") { isbn: ID! avis: [Avis] }
    type Client @key(fields: "id") { id: ID! nom: String! @external avis: [Avis!] role: Role @external confiance: Int @requires(fields: "role adresse { ville }") adresse: Adresse @external }
    type Adresse @shareable { rue: String ville(maj: Boolean): String! }
    enum Role { LECTEUR AUTEUR SECRET @inaccessible }
    type Mutation { noter(note: Int!): Avis }
  `,
};
