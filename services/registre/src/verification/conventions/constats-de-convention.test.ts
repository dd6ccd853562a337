import { CARTE_INITIALE } from '@passerelle/composition';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { constatsDeConvention } from './constats-de-convention.js';

const AUJOURDHUI = new Date('2026-03-15T09:00:00.000Z');

function constats(schema: string, avant = '', partenaire = 'region') {
  return constatsDeConvention({
    partenaire,
    carte: CARTE_INITIALE,
    document: parse(schema),
    avant,
    aujourdhui: AUJOURDHUI,
  });
}

function codes(schema: string, avant?: string): string[] {
  return constats(schema, avant).map(
    ({ code, gravite, coordonnee }) => `${gravite} ${code} ${coordonnee}`,
  );
}

const ecarts: readonly [schema: string, attendu: string][] = [
  ['"Type." type bilan { "Champ." a: Int }', 'REFUS NOM_DE_TYPE bilan'],
  ['"Type." type Bilan { "Champ." nb_places: Int }', 'REFUS NOM_DE_CHAMP Bilan.nb_places'],
  [
    '"Type." type Bilan { "Champ." a("Argument." Trop: Int): Int }',
    'REFUS NOM_DE_CHAMP Bilan.a(Trop:)',
  ],
  ['"Type." enum Sens { "Valeur." montant }', 'REFUS NOM_DE_VALEUR Sens.montant'],
  ['type Bilan { "Champ." a: Int }', 'AVERTISSEMENT DESCRIPTION_MANQUANTE Bilan'],
  ['"Type." type Bilan { a: Int }', 'AVERTISSEMENT DESCRIPTION_MANQUANTE Bilan.a'],
  [
    '"Type." type Bilan { "Champ." a(b: Int): Int }',
    'AVERTISSEMENT DESCRIPTION_MANQUANTE Bilan.a(b:)',
  ],
  [
    '"Type." type Bilan { "Number of places of this session." a: Int }',
    'AVERTISSEMENT DESCRIPTION_EN_ANGLAIS Bilan.a',
  ],
  ['"Type." type Bilan { "Champ." id: String! }', 'REFUS IDENTIFIANT_MAL_TYPE Bilan.id'],
  [
    '"Type." type Bilan { "Champ." ouvertLe: String }',
    'AVERTISSEMENT DATE_EN_TEXTE Bilan.ouvertLe',
  ],
  ['"Type." type Bilan { "Champ." a: [Int] }', 'AVERTISSEMENT LISTE_A_TROUS Bilan.a'],
  [
    '"Type." type BilanConnection { "Éléments." edges: [BilanEdge!]! "Page." pageInfo: PageInfo! }',
    'REFUS CONNEXION_MAL_FORMEE BilanConnection',
  ],
  [
    '"Type." type BilanEdge { "Curseur." cursor: ID! "L’élément." node: Bilan! }',
    'REFUS CONNEXION_MAL_FORMEE BilanEdge',
  ],
  [
    'type Query { "Champ." bilansRegion("Taille." first: Int): BilanConnection }',
    'REFUS CONNEXION_MAL_FORMEE Query.bilansRegion',
  ],
  [
    'type Mutation { "Acte." clore("Quoi." id: ID!): Boolean @requiresScopes(scopes: [["region:x"]]) }',
    'REFUS MUTATION_MAL_FORMEE Mutation.clore',
  ],
  [
    'type Mutation { "Acte." clore("Quoi." input: CloreInput!): ClorePayload } "Réponse." type ClorePayload { "Refus." refus: Refus }',
    'REFUS MUTATION_SANS_DROIT Mutation.clore',
  ],
  [
    '"Type." type Bilan { "Champ." a: Int @deprecated(reason: "Voir b") }',
    'AVERTISSEMENT DEPRECIATION_SANS_DATE Bilan.a',
  ],
  [
    '"Type." type Bilan { "Champ." a: Int @deprecated(reason: "Voir b ; retrait le 2026-03-14") }',
    'REFUS DEPRECIATION_DATE_PASSEE Bilan.a',
  ],
  [
    '"Type." type Bilan { "Champ." a: Int @deprecated(reason: "Voir b ; retrait le 2026-03-20") }',
    'AVERTISSEMENT DEPRECIATION_PREAVIS_COURT Bilan.a',
  ],
];

test.each(ecarts)('%s : %s', (schema, attendu) => {
  expect(codes(schema)).toEqual([attendu]);
});

describe('ce qui est déjà en service', () => {
  test('avertit au lieu d’être refusé : le changer casserait des clients', () => {
    const schema = '"Type." type Bilan { "Champ." nb_places: Int }';
    expect(codes(schema, schema)).toEqual(['AVERTISSEMENT NOM_DE_CHAMP Bilan.nb_places']);
  });

  test('et annoncé ne l’est pas deux fois, sa date approchant ou passée', () => {
    const schema =
      '"Type." type Bilan { "Champ." a: Int @deprecated(reason: "Voir b ; retrait le 2026-03-14") }';
    expect(codes(schema, schema)).toEqual([]);
  });
});

test('un nom tel qu’il était un jour n’est pas une date', () => {
  expect(codes('"Type." type Bilan { "Champ." nomLe("Jour." le: Date): String! }')).toEqual([]);
});

test('ne juge ni les types d’un autre, ni les valeurs partagées, ni les secours', () => {
  const schema = `
    type Instance @key(fields: "id") { id: ID! "Avis." avisRegion: String }
    enum Meteo { SOLEIL }
    type Enjeu @secours(de: "etat") { numero_d_ordre: Int! }
    type Query { enjeux_du_texte: Int @secours(de: "etat") }
  `;
  expect(codes(schema)).toEqual([]);
});

test('juge la contribution à l’entité d’un autre', () => {
  expect(codes('type Instance @key(fields: "id") { id: ID! avisRegion: String }')).toEqual([
    'AVERTISSEMENT DESCRIPTION_MANQUANTE Instance.avisRegion',
  ]);
});

test('dit la place dans le texte et une sortie qui passe', () => {
  const [constat] = constats('"Type."\ntype Bilan {\n  "Champ."\n  nb_places: Int\n}');
  expect(constat).toMatchObject({
    lieu: { ligne: 4, colonne: 3 },
    remede: 'Commencez par une minuscule, sans tiret bas : « nbPlaces ».',
  });
});
