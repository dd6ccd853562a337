import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { composeGraph } from './compose-graph.js';
import { COMPOSITION_ERROR_CODES } from './errors.js';
import { MAX_SCHEMA_BYTES } from './read-subgraphs.js';
import type { SousGraphe } from './sous-graphe.js';
import { standbyCoordinates } from './standby-coordinates.js';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires"])\ndirective @secours(de: String!) on FIELD_DEFINITION | OBJECT\n';

function sousGraphe(partenaire: string, schema: string): SousGraphe {
  return { partenaire, url: `http://${partenaire}.test/graphql`, schema: LINK + schema };
}

const ETAT =
  'type Query { engagements(enjeu: Int): [Engagement!] } type Engagement @key(fields: "code") { code: ID! libelle: String! contributionEtat: String }';
const REGION =
  'type Query { engagements(enjeu: Int): [Engagement!] @secours(de: "etat") formations: [String!] } type Engagement @key(fields: "code") { code: ID! libelle: String! @secours(de: "etat") contributionRegion: String }';

function refusals(...sousGraphes: SousGraphe[]): unknown[] {
  const result = composeGraph(sousGraphes);
  return result.ok ? [] : result.errors.map(({ message: _message, ...error }) => error);
}

describe('le graphe normal', () => {
  const graphe = [sousGraphe('etat', ETAT), sousGraphe('region', REGION)];

  test('laisse dehors les originaux de secours et leur directive', () => {
    const result = composeGraph(graphe);

    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    expect(result.supergraphSdl).not.toContain('secours');
    expect(result.supergraphSdl).toMatch(
      /engagements\(enjeu: Int\): \[Engagement!\] @join__field\(graph: ETAT\)/,
    );
    expect(result.supergraphSdl).toMatch(/libelle: String! @join__field\(graph: ETAT\)/);
    expect(result.apiSdl).not.toMatch(/join__|link__/);
    expect(result.apiSdl).toContain('contributionRegion: String');
  });

  test('sans un partenaire, prend l’original de secours et perd ce qu’il était seul à donner', () => {
    const result = composeGraph(graphe, ['etat']);

    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    expect(result.apiSdl).toContain('engagements(enjeu: Int): [Engagement!]');
    expect(result.apiSdl).toContain('libelle: String!');
    expect(result.apiSdl).not.toContain('contributionEtat');
    expect(result.supergraphSdl).not.toContain('ETAT');
  });

  test('prend le secours du premier partenaire disponible, et de lui seul', () => {
    const trois = [
      ...graphe,
      sousGraphe(
        'pole-emploi',
        REGION.replace('formations', 'metiers').replace(
          'contributionRegion',
          'contributionPoleEmploi',
        ),
      ),
    ];
    const result = composeGraph(trois, ['etat']);

    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    expect(result.supergraphSdl).toMatch(/libelle: String! @join__field\(graph: REGION\)\n/);
    expect(composeGraph(trois, ['etat', 'region'])).toMatchObject({ ok: true });
  });

  test('un type de secours encore nommé garde sa clé', () => {
    const result = composeGraph([
      sousGraphe(
        'etat',
        'type Query { enjeux: [Enjeu!] } type Enjeu @key(fields: "numero") { numero: Int! libelle: String! }',
      ),
      sousGraphe(
        'region',
        'type Query { vedetteRegion: Enjeu } type Enjeu @key(fields: "numero") @secours(de: "etat") { numero: Int! libelle: String! }',
      ),
    ]);

    expect(result).toMatchObject({ ok: true });
    if (result.ok)
      expect(result.supergraphSdl).toMatch(/libelle: String! @join__field\(graph: ETAT\)/);
  });

  test('dit quels champs ont un secours', () => {
    expect([...standbyCoordinates(graphe, 'etat')]).toEqual([
      'Query.engagements',
      'Engagement.libelle',
    ]);
    expect([...standbyCoordinates(graphe, 'region')]).toEqual([]);
  });
});

describe('les trois partenaires', () => {
  const trois = ['etat', 'region', 'pole-emploi'].map((partenaire) => ({
    partenaire,
    url: `http://${partenaire}.test/graphql`,
    schema: readFileSync(
      new URL(`../../../services/${partenaire}/schema.graphql`, import.meta.url),
      'utf8',
    ),
  }));

  test.each([
    [[]],
    [['etat']],
    [['region']],
    [['pole-emploi']],
    [['etat', 'region']],
    [['etat', 'pole-emploi']],
    [['region', 'pole-emploi']],
  ])('se composent sans %j, avec les engagements et les territoires', (absents) => {
    const result = composeGraph(trois, absents);

    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    const fields = Object.keys(buildSchema(result.apiSdl).getQueryType()?.getFields() ?? {});
    expect(fields).toEqual(
      expect.arrayContaining(['engagements', 'engagement', 'enjeux', 'protocole', 'territoire']),
    );
    expect(result.apiSdl.includes('contributionEtat')).toBe(!absents.includes('etat'));
    expect(result.apiSdl.includes('contributionPoleEmploi')).toBe(!absents.includes('pole-emploi'));
  });

  test('sans personne, il n’y a pas de graphe', () => {
    expect(composeGraph(trois, ['etat', 'region', 'pole-emploi'])).toMatchObject({
      ok: false,
      errors: [{ code: 'AUCUN_PARTENAIRE' }],
    });
  });
});

describe('refus', () => {
  test('SCHEMA_ILLISIBLE', () => {
    expect(refusals(sousGraphe('etat', 'type Query {'))).toEqual([
      { code: 'SCHEMA_ILLISIBLE', partenaire: 'etat' },
    ]);
  });

  test('SCHEMA_TROP_GRAND, avant même de le lire', () => {
    expect(refusals(sousGraphe('etat', `{${'#'.repeat(MAX_SCHEMA_BYTES)}`))).toEqual([
      { code: 'SCHEMA_TROP_GRAND', partenaire: 'etat' },
    ]);
  });

  test('PARTENAIRE_EN_DOUBLE', () => {
    expect(refusals(sousGraphe('etat', ETAT), sousGraphe('etat', ETAT))).toEqual([
      { code: 'PARTENAIRE_EN_DOUBLE', partenaire: 'etat' },
    ]);
  });

  test('CONTEXTE_REFUSE : utilisé, importé ou renommé', () => {
    const schema = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", { name: "@context", as: "@contexte" }, "@fromContext"])
      type Query @contexte(name: "c") { a(b: String @fromContext(field: "$c { x }")): Int }`;
    const found = refusals({ partenaire: 'etat', url: '', schema });

    expect(found).toContainEqual({ code: 'CONTEXTE_REFUSE', partenaire: 'etat' });
    expect(found).toHaveLength(2);
  });

  test('CONTRIBUTION_NON_NULLABLE : sur l’entité d’un autre, ou nommée d’après le partenaire', () => {
    expect(
      refusals(
        sousGraphe('etat', ETAT),
        sousGraphe(
          'region',
          REGION.replace(
            'contributionRegion: String',
            'contributionRegion: String! effort: [Int!]!',
          ),
        ),
      ),
    ).toEqual([
      {
        code: 'CONTRIBUTION_NON_NULLABLE',
        partenaire: 'region',
        coordonnee: 'Engagement.contributionRegion',
      },
      { code: 'CONTRIBUTION_NON_NULLABLE', partenaire: 'region', coordonnee: 'Engagement.effort' },
    ]);
    expect(
      refusals(
        sousGraphe('etat', ETAT.replace('contributionEtat: String', 'contributionEtat: String!')),
        sousGraphe('region', REGION),
      ),
    ).toEqual([
      {
        code: 'CONTRIBUTION_NON_NULLABLE',
        partenaire: 'etat',
        coordonnee: 'Engagement.contributionEtat',
      },
    ]);
  });

  test('un champ propre à une entité que personne d’autre ne complète peut être non nul', () => {
    expect(
      refusals(
        sousGraphe(
          'etat',
          'type Query { a: A } type A @key(fields: "id") { id: ID! nomEtat: String! }',
        ),
      ),
    ).toEqual([]);
  });

  test('CLES_DIVERGENTES : complétée par @requires sans clé que tous connaissent', () => {
    const deuxCles = (cle: string) => [
      sousGraphe(
        'etat',
        'type Query { p: P } type P @key(fields: "id") @key(fields: "upc sku") { id: ID! upc: ID! sku: ID! poids: Int }',
      ),
      sousGraphe(
        'region',
        `type Query { q: P } type P @key(fields: "${cle}") { id: ID! upc: ID! sku: ID! poids: Int @external effortRegion: Int @requires(fields: "poids") }`,
      ),
      sousGraphe(
        'pole-emploi',
        'type P @key(fields: "sku, upc") { upc: ID! sku: ID! avisPoleEmploi: String }',
      ),
    ];
    expect(refusals(...deuxCles('id'))).toEqual([
      { code: 'CLES_DIVERGENTES', partenaire: 'region', coordonnee: 'P' },
    ]);
    expect(refusals(...deuxCles('upc sku'))).not.toContainEqual(
      expect.objectContaining({ code: 'CLES_DIVERGENTES' }),
    );
  });

  test('SECOURS_INCONNU : personne de ce nom, ou soi-même', () => {
    for (const de of ['departement', 'region']) {
      expect(
        refusals(
          sousGraphe('etat', ETAT),
          sousGraphe('region', `type Query { a: Int @secours(de: "${de}") b: Int }`),
        ),
      ).toEqual([{ code: 'SECOURS_INCONNU', partenaire: 'region', coordonnee: 'Query.a' }]);
    }
  });

  test.each([
    ['un autre type', 'engagements(enjeu: Int): [Engagement!]!'],
    ['un autre argument', 'engagements(enjeu: String): [Engagement!]'],
    ['un autre défaut', 'engagements(enjeu: Int = 1): [Engagement!]'],
    ['un champ que le propriétaire n’a pas', 'engages: [Engagement!]'],
  ])('SECOURS_DIFFERENT : %s', (_titre, champ) => {
    const schema = REGION.replace('engagements(enjeu: Int): [Engagement!]', champ);
    expect(refusals(sousGraphe('etat', ETAT), sousGraphe('region', schema))).toMatchObject([
      { code: 'SECOURS_DIFFERENT', partenaire: 'region' },
    ]);
  });

  test('COMPOSITION_REFUSEE, avec le code de la fédération', () => {
    expect(
      refusals(
        sousGraphe('etat', 'type Query { a: Int }'),
        sousGraphe('region', 'type Query { a: String }'),
      ),
    ).toContainEqual(
      expect.objectContaining({ code: 'COMPOSITION_REFUSEE', codeFederation: expect.any(String) }),
    );
  });

  test('chaque code a son refus ici', () => {
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    for (const code of COMPOSITION_ERROR_CODES) expect(source).toContain(code);
  });
});
