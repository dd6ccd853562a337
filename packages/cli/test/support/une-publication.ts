import { empreinteDuSchema, type Publication } from '@passerelle/publication';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

export const schemaDeRegion = (champs = 'intitule: String'): string =>
  `${LINK}type Query { formations: [Formation!] } type Formation @key(fields: "numero") { numero: ID! ${champs} }`;

/** Two partners, no portal; nobody listens at their addresses. */
export function unePublication(publication: Partial<Publication> = {}): Publication {
  return {
    format: 1,
    canal: 'production',
    numero: 41,
    publieeLe: '2026-11-22T10:00:00.000Z',
    carte: 1,
    sousGraphes: [
      unSousGraphe('etat', `${LINK}type Query { enjeux: [String!] }`),
      unSousGraphe('region', schemaDeRegion()),
    ],
    supergraphe: 'schema { query: Query } type Query { a: Int }',
    portail: null,
    documents: [],
    cles: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'abc', kid: 'vraie' }] },
    ...publication,
  };
}

function unSousGraphe(partenaire: string, schema: string): Publication['sousGraphes'][number] {
  const origine = `http://${partenaire}.example`;
  return {
    partenaire,
    revision: 3,
    empreinte: empreinteDuSchema(schema),
    url: `${origine}/graphql`,
    fluxUrl: `${origine}/graphql/stream`,
    santeUrl: `${origine}/sante/pret`,
    schema,
  };
}
